package energy.setpoint.core.tariff.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import energy.setpoint.core.tariff.driver.DriverTariff.Priced;
import energy.setpoint.core.tariff.driver.TariffConditions.Band;
import energy.setpoint.core.tariff.driver.TariffConditions.Usage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DriverTariffTest {

  @Test
  void holdsPricesForWhatTheyAreFor() {
    DriverTariff tariff = tariff(Map.of(Priced.ENERGY, PriceList.of("0.39")));

    assertThat(tariff.findPrices(Priced.ENERGY)).contains(PriceList.of("0.39"));
    assertThat(tariff.findPrices(Priced.IDLE_TIME)).isEmpty();
  }

  @Test
  void refusesAFixedPriceThatDependsOnUse() {
    var perTransaction = priced(bounded(Usage.POWER, new Band(Optional.of(1.0), Optional.empty())));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tariff(Map.of(Priced.TRANSACTION, perTransaction)))
        .withMessageContaining("fixed");
  }

  @Test
  void refusesAPriceOfEnergyThatDependsOnTheCard() {
    var conditions =
        new TariffConditions(
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            Optional.of("Visa"),
            Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tariff(Map.of(Priced.ENERGY, priced(conditions))))
        .withMessageContaining("how it is paid");
  }

  @Test
  void takesABandOfDischargeFromTheEndCloserToZero() {
    var band = new Band(Optional.of(-10.0), Optional.of(-50.0));

    assertThat(bounded(Usage.POWER, band).bounds()).containsEntry(Usage.POWER, band);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Band(Optional.of(-50.0), Optional.of(-10.0)));
  }

  @Test
  void refusesTimesThatAreNoWholeSeconds() {
    var band = new Band(Optional.of(0.5), Optional.empty());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> bounded(Usage.IDLE_TIME, band))
        .withMessageContaining("whole number of seconds");
  }

  @Test
  void refusesDaysThatAreNone() {
    Optional<LocalDate> day = Optional.of(LocalDate.of(2026, 1, 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new TariffConditions(
                Optional.of(LocalTime.NOON),
                Optional.empty(),
                Set.of(),
                day,
                day,
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void refusesABoundOfCostWithoutAnAmount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostBound(Optional.empty(), Optional.empty(), List.of()));
  }

  private static DriverTariff tariff(Map<Priced, PriceList> prices) {
    return new DriverTariff(
        "t",
        Currency.getInstance("EUR"),
        Optional.empty(),
        List.of(),
        prices,
        Optional.empty(),
        Optional.empty());
  }

  private static PriceList priced(TariffConditions conditions) {
    return new PriceList(
        List.of(new PriceList.Price(BigDecimal.ONE, Optional.of(conditions))), List.of());
  }

  private static TariffConditions bounded(Usage usage, Band band) {
    return new TariffConditions(
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(usage, band),
        Optional.empty(),
        Optional.empty());
  }
}
