package energy.setpoint.core.control.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.PastSession;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanPricesTest {

  private static final Instant NOW = Instant.parse("2026-01-10T08:00:00Z");
  private static final EnergyPrice USUAL = EnergyPrice.ofKilowattHour(0.1);
  private static final CircuitId MAIN = new CircuitId("main");

  /** A vehicle that charges at 10 kW and needs an hour and a half of it. */
  @ParameterizedTest
  @CsvSource({"1.0, 3.4", "1.6, 3.4", "2.6, 3.3", "3.4, 3.3", "3.6, 3.2", "5.4, 3.1", "9.0, 3.0"})
  void worthOfWordsRisesByAUsualPriceForEachHourLessToSpare(double stayHours, double worth) {
    var prices = new PlanPrices(after(5));

    var perKilowattHour = prices.worthOfWords(staying(stayHours, 15), USUAL, NOW);

    assertThat(perKilowattHour.orElseThrow().perKilowattHour()).isCloseTo(worth, within(1e-9));
  }

  @Test
  void needsComeBeforeAllMoneyUntilFiveDaysAreKnown() {
    var prices = new PlanPrices(after(4));

    assertThat(prices.worthOfWords(staying(8, 15), USUAL, NOW)).isEmpty();
  }

  @Test
  void whoNeedsNothingHasItsWholeStayToSpare() {
    assertThat(staying(8, 0).hoursToSpare(NOW)).isEqualTo(8);
    assertThat(staying(8, 0).hoursToSpare(NOW.plus(Duration.ofHours(6)))).isEqualTo(2);
  }

  @Test
  void timeToSpareCountsFromTheArrival() {
    assertThat(staying(8, 15).hoursToSpare(NOW.minus(Duration.ofHours(3)))).isEqualTo(6.5);
  }

  private static Experience after(int days) {
    var experience = Experience.learning(ZoneOffset.UTC);
    for (int day = 1; day <= days; day++) {
      Instant arrival = NOW.minus(Duration.ofDays(day));
      Instant departure = arrival.plus(Duration.ofHours(4));
      Energy energy = Energy.ofKilowattHours(20);
      Power most = Power.ofKilowatts(10);
      experience.learn(new PastSession(arrival, departure, energy, energy, departure, most, MAIN));
    }
    return experience;
  }

  private static VehicleDemand staying(double hours, double kilowattHours) {
    Energy wanted = Energy.ofKilowattHours(kilowattHours);
    return new VehicleDemand(
        new SessionId("van"),
        EvseRef.of("s1", 1),
        MAIN,
        List.of(Phase.values()),
        Interval.of(NOW, Duration.ofSeconds(Math.round(hours * 3600))),
        Energy.ZERO,
        wanted,
        wanted,
        Energy.ZERO,
        Energy.ZERO,
        Power.ofKilowatts(10),
        Power.ZERO,
        1,
        1,
        1);
  }
}
