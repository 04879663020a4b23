package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.plan.money.CostItem.Kind;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.money.PeakPrice.Tier;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakChargeTest {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  @Test
  void usesThePeakThatIsPaidAlready() {
    var problem =
        hours(4)
            .peakPrice(10, 8)
            .buyingAt(0.10, 0.30, 0.30, 0.30)
            .with(aVehicle("van").connected(0, 4).holding(0).wanting(20));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(8, within(1e-3));
    assertThat(planned.plan().cost().peak()).isZero();
  }

  @Test
  void paysForAPeakOnlyAsFarAsItIsWorthIt() {
    var problem =
        hours(2)
            .peakPrice(0.1, 0)
            .buyingAt(0.10, 0.30)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 0);
  }

  @Test
  void shavesThePeakOfTheLoadWithABattery() {
    var problem =
        hours(3)
            .peakPrice(10, 0)
            .sellingAt(0)
            .loadKw("main", 2, 8, 2)
            .with(aBattery("battery").of(10).holding(0).atMostKw(5));

    var planned = Planned.of(problem);

    assertThat(planned.gridKw()[1]).isEqualTo(5, within(1e-3));
    assertThat(planned.plan().cost().peak()).isEqualTo(50, within(1e-2));
  }

  @Test
  void staysBelowTheTierThatIsTooDear() {
    var tiers = List.of(new Tier(Power.ZERO, 0), new Tier(Power.ofKilowatts(6), 5));
    var price = new PeakPrice("tiers", tiers, Power.ZERO, List.of(), Duration.ZERO, Energy.ZERO);
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .with(price)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(10));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(6, 4);
    assertThat(planned.status()).isEqualTo(Status.OPTIMAL);
  }

  @Test
  void aContractCostsOnlyAboveItsCapacity() {
    var problem =
        hours(1)
            .with(PeakPrice.contract("contract", Power.ofKilowatts(8), 2))
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.plan().cost().peak()).isEqualTo(3 * 2, within(1e-6));
  }

  @Test
  void boundsACheaperTierAboveADearerOneFromBelowAndSaysThatItDid() {
    var tiers = List.of(new Tier(Power.ZERO, 2), new Tier(Power.ofKilowatts(5), 0.5));
    var price = new PeakPrice("falling", tiers, Power.ZERO, List.of(), Duration.ZERO, Energy.ZERO);
    var problem = hours(2).with(price).with(aVehicle("van").connected(0, 2).holding(0).wanting(16));

    var planned = Planned.of(problem);

    double bound = planned.plan().report().bound().orElseThrow();
    assertThat(planned.plan().cost().peak()).isEqualTo(10 + 3 * 0.5, within(1e-3));
    assertThat(bound).isLessThan(planned.cost());
    assertThat(planned.plan().gap().orElseThrow()).isGreaterThan(0);
    assertThat(planned.status()).isEqualTo(Status.FEASIBLE);
    assertThat(planned.reason()).contains("planned as a line");
  }

  @Test
  void takesTheMeanOverTheMetersQuarterAndNotOverFiveMinutes() {
    var grid = TimeGrid.uniform(ProblemBuilder.START, Duration.ofMinutes(5), 6);
    var problem =
        ProblemBuilder.over(grid)
            .buyingAt(0.1, 0.2, 0.2, 0.3)
            .with(new PeakPrice(10, Power.ofKilowatts(4)).metered(QUARTER, Energy.ZERO))
            .with(aVehicle("van").connected(0, 0.5).holding(0).wanting(1).atMostKw(12));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")[0]).isEqualTo(12, within(1e-3));
    assertThat(planned.plan().cost().peak()).isZero();
  }

  @Test
  void countsWhatTheOpenQuarterHasTakenAlready() {
    var start = ProblemBuilder.START.plusSeconds(600);
    var grid = TimeGrid.uniform(start, Duration.ofMinutes(5), 4);
    var price =
        new PeakPrice(10, Power.ofKilowatts(8)).metered(QUARTER, Energy.ofKilowattHours(1.5));
    var problem =
        ProblemBuilder.over(grid)
            .buyingAt(0.1, 0.2)
            .with(price)
            .with(aVehicle("van").connected(0, 0.5).holding(0).wanting(1.5).atMostKw(12));

    var planned = Planned.of(problem);

    // 8 kW over the quarter are 2 kWh; 0.5 kWh are left for its last five minutes
    assertThat(planned.vehicleKw("van")[0]).isEqualTo(6, within(1e-3));
    assertThat(planned.plan().cost().peak()).isZero();
  }

  @Test
  void doesNotMindPeaksOutsideItsHours() {
    var evening = Interval.of(ProblemBuilder.START.plusSeconds(3600), Duration.ofHours(1));
    var problem =
        hours(3)
            .buyingAt(0.2, 0.1, 0.2)
            .with(new PeakPrice(3, Power.ZERO).within(List.of(evening)))
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(22));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).containsExactly(11, 0, 11);
    assertThat(planned.plan().cost().peak()).isZero();
  }

  @Test
  void addsUpSeveralDemandCharges() {
    var problem =
        hours(1)
            .with(new PeakPrice(2, Power.ofKilowatts(4)).named("month"))
            .with(new PeakPrice(1, Power.ZERO).named("year"))
            .with(aVehicle("van").connected(0, 1).holding(0).wanting(10));

    var planned = Planned.of(problem);

    assertThat(planned.plan().cost().peak()).isEqualTo(6 * 2 + 10, within(1e-6));
    assertThat(planned.plan().cost().items())
        .filteredOn(item -> item.kind() == Kind.PEAK)
        .extracting(CostItem::name)
        .containsExactly("month", "year");
  }

  @Test
  void exportInOneStepDoesNotLowerTheMeanOfAnother() {
    var grid = TimeGrid.uniform(ProblemBuilder.START, Duration.ofMinutes(5), 3);
    var problem =
        ProblemBuilder.over(grid)
            .loadKw("main", 6, 0, 0)
            .solarKw("main", 0, 6, 6)
            .with(new PeakPrice(10, Power.ZERO).metered(QUARTER, Energy.ZERO));

    var planned = Planned.of(problem);

    assertThat(planned.plan().cost().peak()).isEqualTo(10 * 2, within(1e-6));
  }
}
