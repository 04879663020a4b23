package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.MarginalPrices;
import energy.setpoint.core.plan.MarginalPrices.LimitPrice;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a plan says a little more would cost, beside what it costs by hand. */
class PricesTest {

  private static final double ROUNDING = 1e-6;

  @Test
  void aKilowattHourMoreInAVehicleCostsTheDearestStepThatHasRoomWithItsLosses() {
    var problem =
        hours(3)
            .buyingAt(0.10, 0.30, 0.20)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(12).efficiency(0.8));

    MarginalPrices prices = prices(problem);

    assertThat(vehicle(prices, "van")).isEqualTo(0.20 / 0.8, within(ROUNDING));
  }

  @Test
  void aStepThatImportsHasTheImportPriceAndOneThatExportsTheExportPriceWhateverItsLength() {
    var problem =
        quarters(2).buyingAt(0.25).sellingAt(0.05).loadKw("main", 4).solarKw("main", 1, 9);

    MarginalPrices prices = prices(problem);

    assertThat(grid(prices, 0)).isEqualTo(0.25, within(ROUNDING));
    assertThat(grid(prices, 1)).isEqualTo(0.05, within(ROUNDING));
  }

  @Test
  void aFuseIsWorthWhatItsPhaseWouldSaveInTheCheapStep() {
    var problem =
        quarters(8)
            .buyingAt(0.10, 0.10, 0.10, 0.10, 0.30)
            .circuit("west", "main", 10)
            .with(
                aVehicle("car").on("west").loading(Phase.L2).connected(0, 2).holding(0).wanting(3));

    MarginalPrices prices = prices(problem);

    var fuse = new WhyLimit.Fuse(new CircuitId("west"), Phase.L2, false);
    assertThat(prices.limits())
        .hasSize(4)
        .allSatisfy(limit -> assertThat(limit.what()).isEqualTo(fuse))
        .allSatisfy(limit -> assertThat(limit.perKilowattHour()).isEqualTo(0.20, within(ROUNDING)));
    assertThat(grid(prices, 0)).isEqualTo(0.10, within(ROUNDING));
  }

  @Test
  void theImportLimitHasItsPriceApartFromTheGridsEvenWithABatteryOnSite() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .importLimitKw(5)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8));
    var withBattery =
        hours(2)
            .buyingAt(0.10, 0.30)
            .importLimitKw(5)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8))
            .with(aBattery("empty").of(1).atMostKw(0.001));

    for (ProblemBuilder one : new ProblemBuilder[] {problem, withBattery}) {
      MarginalPrices prices = prices(one);

      assertThat(grid(prices, 0)).isEqualTo(0.10, within(ROUNDING));
      assertThat(limit(prices, new WhyLimit.Connection(false), 0))
          .isEqualTo(0.20, within(ROUNDING));
    }
  }

  @Test
  void anExportLimitHasThePriceOfWhatCannotBeSold() {
    var problem =
        hours(1)
            .buyingAt(0.30)
            .sellingAt(0.20)
            .curtailableSolarKw("main", 9)
            .exportLimitKw(5)
            .loadKw("main", 1);

    MarginalPrices prices = prices(problem);

    assertThat(limit(prices, new WhyLimit.Connection(true), 0)).isEqualTo(0.20, within(ROUNDING));
  }

  @Test
  void aPeakIsPartOfTheGridPrice() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.20)
            .peakPrice(1, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8));

    MarginalPrices prices = prices(problem);

    assertThat(grid(prices, 0)).isEqualTo(0.10 + 0.55, within(ROUNDING));
    assertThat(grid(prices, 1)).isEqualTo(0.20 + 0.45, within(ROUNDING));
    assertThat(vehicle(prices, "van")).isEqualTo(0.65, within(ROUNDING));
  }

  @Test
  void aPaidEventHasItsPenaltyAsPriceWhereItIsNotObeyed() {
    var obligation = new GridEvent.Obligation.Paid(0, EnergyPrice.ofKilowattHour(0.07));
    Interval firstHour = Interval.of(START, Duration.ofHours(1));
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .with(GridEvent.cap("dip", firstHour, Power.ofKilowatts(2), obligation))
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8));

    MarginalPrices prices = prices(problem);

    assertThat(limit(prices, new WhyLimit.Event("dip", true), 0)).isEqualTo(0.07, within(ROUNDING));
    assertThat(grid(prices, 0)).isEqualTo(0.10, within(ROUNDING));
    assertThat(vehicle(prices, "van")).isEqualTo(0.17, within(ROUNDING));
  }

  @Test
  void pricesAreOfMoneyAlsoWhereSomethingMustBeMissing() {
    var problem =
        hours(4)
            .buyingAt(0.10, 0.20, 0.30, 0.40)
            .circuit("west", "main", 16)
            .with(aVehicle("one").on("west").connected(0, 1).holding(0).wanting(11))
            .with(aVehicle("two").on("west").connected(0, 1).holding(0).wanting(11))
            .with(aVehicle("elsewhere").connected(0, 4).holding(0).wanting(15));

    Planned planned = Planned.of(problem);

    MarginalPrices prices = planned.plan().prices().orElseThrow();
    assertThat(planned.plan().shortfalls()).hasSize(2);
    assertThat(vehicle(prices, "elsewhere")).isEqualTo(0.20, within(ROUNDING));
    assertThat(prices.vehicles()).containsOnlyKeys(new SessionId("elsewhere"));
    assertThat(grid(prices, 3)).isEqualTo(0.40, within(ROUNDING));
  }

  @Test
  void aVehicleThatCannotBeServedAtAnyPriceHasNone() {
    var problem = hours(2).with(aVehicle("van").connected(0, 1).holding(0).wanting(30));

    MarginalPrices prices = prices(problem);

    assertThat(prices.vehicles()).isEmpty();
  }

  private static MarginalPrices prices(ProblemBuilder problem) {
    return Planned.of(problem).plan().prices().orElseThrow();
  }

  private static double grid(MarginalPrices prices, int step) {
    return prices.grid().get(step).perKilowattHour();
  }

  private static double vehicle(MarginalPrices prices, String session) {
    EnergyPrice price = prices.vehicles().get(new SessionId(session));
    assertThat(price).isNotNull();
    return price.perKilowattHour();
  }

  private static double limit(MarginalPrices prices, WhyLimit what, int step) {
    return prices.limits().stream()
        .filter(limit -> limit.what().equals(what) && limit.step() == step)
        .mapToDouble(LimitPrice::perKilowattHour)
        .sum();
  }
}
