package energy.setpoint.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.money.Carbon;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.plan.money.CostItem.Kind;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.GridEvent.Obligation;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A bill worked out by hand. */
class CostBreakdownTest {

  private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

  /** An hour, and half an hour. */
  private static final TimeGrid GRID =
      new TimeGrid(List.of(NOON, NOON.plusSeconds(3600), NOON.plusSeconds(5400)));

  /** Takes 10 kW in the hour, feeds in 8 kW in the half. */
  private static ProblemDraft draft() {
    CircuitId main = new CircuitId("main");
    var fuse = PhaseCurrents.balanced(Current.ofAmps(63));
    var tree =
        new CircuitTree(List.of(new Circuit(main, Optional.empty(), fuse, PhaseCurrents.ZERO)));
    return new ProblemDraft(new SiteId("site"), GRID, Voltage.ofVolts(230), tree)
        .loads(List.of(UncontrolledLoad.balanced(main, PowerCurve.ofWatts(GRID, 10_000, 0))))
        .solar(List.of(new SolarForecast(main, PowerCurve.ofWatts(GRID, 0, -8_000))));
  }

  private static List<EnergyPrice> prices(double first, double second) {
    return List.of(new EnergyPrice(first), new EnergyPrice(second));
  }

  private static CostBreakdown bill(PlanningProblem problem) {
    return CostBreakdown.of(problem, Decisions.ofVehicles(problem, List.of()));
  }

  private static double sum(CostBreakdown bill, Kind kind) {
    return bill.sum(Set.of(kind));
  }

  @Test
  void keepsEnergyFeeAndTaxOfBothDirectionsApart() {
    Money money =
        new Money(
            new EnergyRates(prices(0.20, 0.30), new EnergyPrice(0.05), 0.20),
            new EnergyRates(prices(0.08, 0.10), new EnergyPrice(0.02), 0.25),
            List.of(),
            Optional.empty());

    CostBreakdown bill = bill(draft().money(money).build());

    assertThat(sum(bill, Kind.IMPORT_ENERGY)).isEqualTo(2.0, within(1e-12));
    assertThat(sum(bill, Kind.IMPORT_FEE)).isEqualTo(0.5, within(1e-12));
    assertThat(sum(bill, Kind.IMPORT_TAX)).isEqualTo(0.5, within(1e-12));
    assertThat(sum(bill, Kind.EXPORT_ENERGY)).isEqualTo(-0.4, within(1e-12));
    assertThat(sum(bill, Kind.EXPORT_FEE)).isEqualTo(0.08, within(1e-12));
    assertThat(sum(bill, Kind.EXPORT_TAX)).isEqualTo(0.08, within(1e-12));
    assertThat(bill.total()).isEqualTo(10 * 0.30 - 4 * 0.06, within(1e-12));
  }

  @Test
  void countsCarbonOfImportOnlyAndReportsItWithoutAPrice() {
    Carbon carbon = new Carbon(List.of(300.0, 500.0), 0);
    EnergyRates free = EnergyRates.flat(EnergyPrice.FREE, 2);

    CostBreakdown bill =
        bill(draft().money(new Money(free, free, List.of(), Optional.of(carbon))).build());

    assertThat(bill.carbonKilograms()).isEqualTo(3, within(1e-12));
    assertThat(bill.items()).isEmpty();
  }

  @Test
  void takesTheRewardOfAnEventOffItsPenalty() {
    var paid = new Obligation.Paid(3, new EnergyPrice(0.5));
    var cap = GridEvent.cap("cap", Interval.of(NOON, Duration.ofHours(1)), kilowatts(8), paid);
    var minimum =
        GridEvent.minimum("minimum", Interval.of(NOON, Duration.ofHours(2)), kilowatts(-2), paid);

    CostBreakdown bill = bill(draft().events(List.of(cap, minimum)).build());

    assertThat(bill.items())
        .containsExactly(
            new CostItem(Kind.EVENT, "cap", 2 * 0.5 - 3),
            new CostItem(Kind.EVENT, "minimum", 6 * 0.5 * 0.5 - 3));
  }

  @Test
  void namesEachPeakPrice() {
    var month = new PeakPrice(2, kilowatts(4)).named("month");
    var contract = PeakPrice.contract("contract", kilowatts(9), 5);

    CostBreakdown bill = bill(draft().peaks(List.of(month, contract)).build());

    assertThat(bill.items())
        .containsExactly(
            new CostItem(Kind.PEAK, "month", 12.0), new CostItem(Kind.PEAK, "contract", 5.0));
  }

  private static Power kilowatts(double kilowatts) {
    return Power.ofKilowatts(kilowatts);
  }
}
