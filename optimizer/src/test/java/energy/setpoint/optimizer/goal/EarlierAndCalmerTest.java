package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.Planned;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EarlierAndCalmerTest {

  @Test
  void chargesInOneBlockAtTheBeginningWhenAllQuartersCostTheSame() {
    var problem =
        quarters(96).buyingAt(30).peakPrice(5000, 11).with(aVehicle("van").holding(0).wanting(22));

    var planned = Planned.of(problem);

    double[] power = planned.vehicleKw("van");
    assertThat(power).startsWith(11, 11, 11, 11, 11, 11, 11, 11, 0);
  }

  @Test
  void letsWhoLeavesFirstGoFirst() {
    var problem =
        hours(12)
            .buyingAt(0.3)
            .importLimitKw(11)
            .with(aVehicle("hungry").connected(0, 8).holding(0).wanting(55))
            .with(aVehicle("soon").connected(0, 6).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("soon")).startsWith(11, 0);
    assertThat(planned.vehicleKw("hungry")).startsWith(0, 11, 11, 11, 11, 11, 0);
  }

  @Test
  void theSmallestPriceDifferenceIsStrongerThanTheOrder() {
    var problem =
        hours(24)
            .buyingAt(0.3002, 0.3001, 0.3)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(11));

    var planned = Planned.of(problem);

    assertThat(planned.vehicleKw("van")).startsWith(0, 0, 11);
  }

  @Test
  void movesNoEnergyForNothing() {
    var problem =
        hours(6)
            .buyingAt(0.2)
            .sellingAt(0.2)
            .with(aBattery("battery").holding(5).restWorth(0.2))
            .with(aVehicle("v2g").holding(30).wanting(30).feedingBack(11, 0, 0));

    var planned = Planned.of(problem);

    assertThat(planned.batteryKw("battery")).containsOnly(0);
    assertThat(planned.vehicleKw("v2g")).containsOnly(0);
  }

  @Test
  void staysWithTheFirstOfTwoCurvesThatThePlanInForceHasForAVehicle() {
    var van = aVehicle("van").holding(0).wanting(11);
    var problem = hours(4).buyingAt(0.3).with(van).build();
    var before = hours(4).buyingAt(0.3).with(van).with(aVehicle("twin")).build();
    var inForce = inForce(before, curve(problem, 0, 0, 11, 0), curve(problem, 0, 0, 0, 11));

    var planned = Planned.of(problem.toDraft().inForce(inForce).build());

    assertThat(planned.vehicleKw("van")).containsExactly(0, 0, 11, 0);
  }

  /** All curves are those of the first vehicle. */
  private static Plan inForce(PlanningProblem problem, PowerCurve... curves) {
    VehicleDemand van = problem.vehicles().getFirst();
    List<VehiclePlan> vehicles =
        Arrays.stream(curves)
            .map(power -> new VehiclePlan(van.session(), van.evse(), power))
            .toList();
    return Plan.of(
        problem,
        Decisions.ofVehicles(problem, vehicles),
        new SolveReport("by hand", Status.FEASIBLE, Optional.empty(), Duration.ZERO));
  }

  private static PowerCurve curve(PlanningProblem problem, double... kw) {
    return PowerCurve.generate(problem.grid(), step -> kw[step] * 1000);
  }
}
