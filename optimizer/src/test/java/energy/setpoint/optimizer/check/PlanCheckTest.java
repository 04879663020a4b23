package energy.setpoint.optimizer.check;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanCheckTest {

  private static final VehicleBuilder SATISFIED =
      aVehicle("van").connected(0, 2).holding(20).wanting(0);

  @Test
  void acceptsASoundPlan() {
    var problem = hours(2).with(aVehicle("van").connected(0, 2).holding(0).wanting(11)).build();

    assertThat(violationsOf(problem, 11_000, 0)).isEmpty();
  }

  @Test
  void seesChargingAboveTheMaximum() {
    assertThat(violationsOf(hours(2).with(SATISFIED), 12_000, 0))
        .containsExactly("Vehicle van has 12000.0 W in step 0; it can 0.0 to 11000.0 W.");
  }

  @Test
  void seesChargingBeforeTheArrival() {
    var problem = hours(2).with(aVehicle("van").connected(1, 2).holding(0).wanting(0));

    assertThat(violationsOf(problem, 5_000, 0))
        .singleElement()
        .asString()
        .contains("5000.0 W in step 0");
  }

  @Test
  void seesABatteryFilledBeyondItsCapacity() {
    var problem = hours(2).with(aVehicle("van").connected(0, 2).holding(50).of(60).wanting(0));

    assertThat(violationsOf(problem, 6_000, 6_000))
        .containsExactly("Vehicle van holds more than its capacity after step 1.");
  }

  @Test
  void seesFeedingBackBelowTheFloorAndTheMinimum() {
    var problem =
        hours(2)
            .with(aVehicle("van").connected(0, 2).holding(20).wanting(0).feedingBack(11, 15, 15));

    assertThat(violationsOf(problem, 0, -8_000))
        .containsExactly(
            "Vehicle van feeds back below its floor in step 1.",
            "Vehicle van feeds back and leaves with 12000 Wh, below its minimum of 15000 Wh.");
  }

  @Test
  void seesAnOverloadedPhaseOfACircuitFurtherUp() {
    var problem =
        hours(2)
            .mainFuse(20)
            .circuit("west", "main", 63)
            .loadOnL1Kw("main", 2)
            .with(
                aVehicle("van")
                    .on("west")
                    .loading(Phase.L1)
                    .connected(0, 2)
                    .holding(20)
                    .wanting(0));

    assertThat(violationsOf(problem, 3_000, 2_000))
        .containsExactly(
            "The fuse L1 of circuit main is exceeded in step 0: 5000.0 W of 4600.0 W.");
  }

  @Test
  void allowsAnOverloadThatThePlanDoesNotMakeWorse() {
    var problem = hours(2).importLimitKw(5).loadKw("main", 8, 4).with(SATISFIED);

    assertThat(violationsOf(problem, 0, 1_000)).isEmpty();
    assertThat(violationsOf(problem, 100, 1_000))
        .containsExactly("The import limit is exceeded in step 0: 8100.0 W of 5000.0 W.");
  }

  @Test
  void doesNotCountOnTheSunWithoutCredit() {
    var problem = hours(2).importLimitKw(5).solarKw("main", 4).with(SATISFIED);

    assertThat(violationsOf(problem.reliefCredit(1), 8_000, 0)).isEmpty();
    assertThat(violationsOf(problem.reliefCredit(0), 8_000, 0))
        .containsExactly("The import limit is exceeded in step 0: 8000.0 W of 5000.0 W.");
  }

  @Test
  void seesAnOverloadedTransformer() {
    var problem =
        hours(2)
            .limiting("main", Optional.of(Power.ofKilowatts(10)), Optional.empty())
            .loadOnL1Kw("main", 4, 12)
            .with(SATISFIED);

    assertThat(violationsOf(problem, 5_000, 0)).isEmpty();
    assertThat(violationsOf(problem, 7_000, 100))
        .containsExactly(
            "The transformer of circuit main is exceeded in step 0: 11000.0 W of 10000.0 W.",
            "The transformer of circuit main is exceeded in step 1: 12100.0 W of 10000.0 W.");
  }

  @Test
  void seesATransformerOverloadedByWhatIsFedBack() {
    var problem =
        hours(2)
            .limiting("main", Optional.of(Power.ofKilowatts(10)), Optional.empty())
            .solarKw("main", 8, 0)
            .with(aVehicle("van").connected(0, 2).holding(20).wanting(0).feedingBack(11, 0, 0));

    assertThat(violationsOf(problem, -1_000, 0)).isEmpty();
    assertThat(violationsOf(problem, -3_000, 0))
        .containsExactly(
            "The transformer of circuit main (feeding back) is exceeded in step 0: 11000.0 W of"
                + " 10000.0 W.");
  }

  @Test
  void seesPhasesThatDifferByTooMuchButNotWhatTheLoadAloneDoes() {
    var problem =
        hours(2)
            .limiting("main", Optional.empty(), Optional.of(Current.ofAmps(10)))
            .loadOnL1Kw("main", 1, 5)
            .with(aVehicle("van").loading(Phase.L1).connected(0, 2).holding(20).wanting(0));

    assertThat(violationsOf(problem, 1_000, 0)).isEmpty();
    assertThat(violationsOf(problem, 2_000, 0))
        .containsExactly(
            "The allowed difference of L1 above L2 of circuit main is exceeded in step 0: 3000.0 W"
                + " of 2300.0 W.",
            "The allowed difference of L1 above L3 of circuit main is exceeded in step 0: 3000.0 W"
                + " of 2300.0 W.");
    assertThat(violationsOf(problem, 0, 500)).hasSize(2);
  }

  @Test
  void seesExportAboveTheLimit() {
    var problem =
        hours(2)
            .exportLimitKw(3)
            .with(aVehicle("van").connected(0, 2).holding(20).wanting(0).feedingBack(11, 0, 0));

    assertThat(violationsOf(problem, -4_000, 0))
        .containsExactly("The export limit is exceeded in step 0: 4000.0 W of 3000.0 W.");
  }

  @Test
  void seesAnUnreportedShortfall() {
    var problem = hours(2).with(aVehicle("van").connected(0, 2).holding(0).wanting(11)).build();
    Plan silent = plan(problem, List.of(), 1_000, 0);

    assertThat(PlanCheck.violations(problem, silent))
        .containsExactly("Vehicle van misses 10000.0 Wh, but 0.0 Wh are reported.");
  }

  @Test
  void seesABatteryDischargedBelowItsWindow() {
    var problem = hours(1).with(aBattery("b").of(10).holding(3).window(0.2, 1)).build();
    PowerCurve power = PowerCurve.ofWatts(problem.grid(), -2_000);
    Plan plan =
        Plan.of(
            problem,
            new Decisions(
                List.of(),
                List.of(new BatteryPlan(problem.batteries().getFirst().battery().id(), power)),
                List.of(),
                List.of()),
            report());

    assertThat(PlanCheck.violations(problem, plan))
        .containsExactly("Battery b is discharged below its window in step 0.");
  }

  @Test
  void seesAVehicleThatTakesMoreThanItsTaper() {
    var problem =
        hours(1).with(aVehicle("van").connected(0, 1).holding(50).wanting(0).tapering(50, 1));

    assertThat(violationsOf(problem, 7_300)).isEmpty();
    assertThat(violationsOf(problem, 8_000))
        .containsExactly("Vehicle van takes 8000.0 W in step 0, where it tapers to 7000.0 W.");
  }

  @Test
  void seesAFlexibleLoadThatRunsTooHardOrTooLong() {
    var load =
        new FlexibleLoad(
            new DeviceId("pump"),
            new CircuitId("main"),
            List.of(Phase.L1),
            Interval.of(ProblemBuilder.START, Duration.ofHours(1)),
            Energy.ofKilowattHours(2),
            Power.ofKilowatts(3),
            1);
    var problem = hours(2).with(load).build();

    assertThat(violationsOfLoad(problem, load, 2_000, 0)).isEmpty();
    assertThat(violationsOfLoad(problem, load, 4_000, 1_000))
        .containsExactly(
            "Load pump has 4000.0 W in step 0; it can 0.0 to 3000.0 W.",
            "Load pump has 1000.0 W in step 1; it can 0.0 to 0.0 W.",
            "Load pump takes 3000.0 Wh more than it needs.");
  }

  private static List<String> violationsOfLoad(
      PlanningProblem problem, FlexibleLoad load, double... watts) {
    LoadPlan planned = Decisions.of(load, PowerCurve.ofWatts(problem.grid(), watts));
    Decisions decisions =
        new Decisions(List.of(), List.of(), List.of(planned), Decisions.allSun(problem));
    return PlanCheck.violations(problem, Plan.of(problem, decisions, report()));
  }

  @Test
  void seesInvertersThatProduceWhatTheSunDoesNotOrAreHeldBackThoughTheyCannotBe() {
    var fixed = hours(2).solarKw("main", 5).build();
    var curtailable = hours(2).curtailableSolarKw("main", 5).build();

    assertThat(violationsOfSun(curtailable, -5_000, -1_000)).isEmpty();
    assertThat(violationsOfSun(curtailable, -6_000, -1_000))
        .containsExactly("Sun on main has -6000.0 W in step 0; it can -5000.0 to 0.0 W.");
    assertThat(violationsOfSun(fixed, -5_000, -1_000))
        .containsExactly("Sun on main has -1000.0 W in step 1; it can -5000.0 to -5000.0 W.");
  }

  private static List<String> violationsOfSun(PlanningProblem problem, double... watts) {
    PowerCurve production = PowerCurve.ofWatts(problem.grid(), watts);
    SolarPlan planned = new SolarPlan(problem.solar().getFirst().circuit(), production);
    Decisions decisions = new Decisions(List.of(), List.of(), List.of(), List.of(planned));
    return PlanCheck.violations(problem, Plan.of(problem, decisions, report()));
  }

  @Test
  void seesAWrongSumAndAWrongCost() {
    var problem = hours(2).with(SATISFIED).build();
    Plan right = plan(problem, List.of(), 1_000, 0);
    Plan wrong =
        new Plan(
            right.id(),
            right.site(),
            right.createdAt(),
            right.grid(),
            right.vehicles(),
            right.batteries(),
            right.loads(),
            right.inverters(),
            right.uncontrolled(),
            right.solar(),
            PowerCurve.zero(problem.grid()),
            new CostBreakdown(List.of(), 0),
            right.shortfalls(),
            right.report(),
            right.prices());

    assertThat(PlanCheck.violations(problem, wrong))
        .containsExactly(
            "Grid power in step 0 is stated as 0.0 W, but is 1000.0 W.",
            "The cost is stated as 0.000000, but is 0.300000.");
  }

  @Test
  void seesAVehicleThatThePlanForgot() {
    var problem = hours(1).with(SATISFIED).build();
    Plan plan = Plan.of(problem, Decisions.ofVehicles(problem, List.of()), report());

    assertThat(PlanCheck.violations(problem, plan)).hasSize(1);
  }

  private static List<String> violationsOf(ProblemBuilder problem, double... watts) {
    return violationsOf(problem.build(), watts);
  }

  private static List<String> violationsOf(PlanningProblem problem, double... watts) {
    var vehicle = problem.vehicles().getFirst();
    PowerCurve power = PowerCurve.ofWatts(problem.grid(), watts);
    var decided = List.of(new VehiclePlan(vehicle.session(), vehicle.evse(), power));
    return PlanCheck.violations(
        problem, Plan.of(problem, Decisions.ofVehicles(problem, decided), report()));
  }

  /** A plan for the only vehicle that states other shortfalls than it has. */
  private static Plan plan(PlanningProblem problem, List<Shortfall> shortfalls, double... watts) {
    var vehicle = problem.vehicles().getFirst();
    PowerCurve power = PowerCurve.ofWatts(problem.grid(), watts);
    var decided = List.of(new VehiclePlan(vehicle.session(), vehicle.evse(), power));
    Plan honest = Plan.of(problem, Decisions.ofVehicles(problem, decided), report());
    return new Plan(
        honest.id(),
        honest.site(),
        honest.createdAt(),
        honest.grid(),
        honest.vehicles(),
        honest.batteries(),
        honest.loads(),
        honest.inverters(),
        honest.uncontrolled(),
        honest.solar(),
        honest.gridPower(),
        honest.cost(),
        shortfalls,
        honest.report(),
        honest.prices());
  }

  private static SolveReport report() {
    return new SolveReport("by hand", Status.FEASIBLE, Optional.empty(), Duration.ZERO);
  }
}
