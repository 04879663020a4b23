package energy.setpoint.optimizer.goal;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.testkit.plan.ProblemBuilder;
import energy.setpoint.testkit.plan.VehicleBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A world that goes as planned keeps its plan, and a small change makes a small one. */
class StayingWithThePlanTest {

  private static final int VEHICLES = 12;

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /** Prices with many equal quarters, so that many plans cost the same. */
  private static ProblemBuilder depot(int vehicles, int firstQuarter) {
    double[] prices = new double[48 - firstQuarter];
    for (int i = 0; i < prices.length; i++) {
      prices[i] = (i + firstQuarter) / 16 == 1 ? 0.15 : 0.30;
    }
    var start = ProblemBuilder.START.plus(QUARTER.multipliedBy(firstQuarter));
    var problem =
        ProblemBuilder.over(TimeGrid.uniform(start, QUARTER, prices.length))
            .importLimitKw(60)
            .buyingAt(prices)
            .peakPrice(2, 25);
    for (int i = 0; i < vehicles; i++) {
      problem.with(van(i));
    }
    return problem;
  }

  private static VehicleBuilder van(int number) {
    return aVehicle("van" + number)
        .connected(-1, 6 + number % 4)
        .loading(number % 3 == 0 ? new Phase[] {Phase.L2} : Phase.values())
        .atMostKw(number % 3 == 0 ? 7.4 : 11)
        .efficiency(0.9)
        .holding(10)
        .wanting(25 + number);
  }

  private static Plan plan(PlanningProblem problem) {
    return Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(5));
  }

  @Test
  void theSameProblemHasTheSamePlanAgain() {
    Plan one = plan(depot(VEHICLES, 0).build());
    Plan other = plan(depot(VEHICLES, 0).build());

    assertThat(other.vehicles()).isEqualTo(one.vehicles());
  }

  @Test
  void theOrderInWhichVehiclesAreListedDecidesNothingThatMatters() {
    PlanningProblem problem = depot(VEHICLES, 0).build();
    List<VehicleDemand> reversed = new ArrayList<>(problem.vehicles());
    Collections.reverse(reversed);

    Plan one = plan(problem);
    Plan other = plan(problem.toDraft().vehicles(reversed).build());

    assertThat(other.cost().total()).isEqualTo(one.cost().total(), within(1e-6));
    assertThat(other.gridPower().toWatts()).containsExactly(one.gridPower().toWatts(), within(1.0));
  }

  @Test
  void aQuarterLaterAWorldThatWentAsPlannedKeepsItsPlan() {
    PlanningProblem first = depot(VEHICLES, 0).build();
    Plan inForce = plan(first);

    Plan next = plan(aQuarterLater(first, inForce, VEHICLES));

    for (VehiclePlan vehicle : next.vehicles()) {
      double[] before = inForce.find(vehicle.session()).orElseThrow().power().toWatts();
      for (int step = 0; step < vehicle.power().size(); step++) {
        assertThat(vehicle.power().watts(step))
            .as("%s in step %d", vehicle.session(), step)
            .isEqualTo(before[step + 1], within(1.0));
      }
    }
    assertThat(next.cost().total())
        .isLessThanOrEqualTo(inForce.cost().total() - costOfFirstStep(first, inForce) + 1e-4);
  }

  @Test
  void oneVehicleMoreLeavesTheOthersAsTheyAreForTheNextHourWhereThereIsRoom() {
    PlanningProblem first = depot(VEHICLES, 0).importLimitKw(200).build();
    Plan inForce = plan(first);

    Plan next = plan(aQuarterLater(first, inForce, VEHICLES + 1));

    double changed = 0;
    for (VehicleDemand vehicle : first.vehicles()) {
      var before = inForce.find(vehicle.session()).orElseThrow().power();
      var after = next.find(vehicle.session()).orElseThrow().power();
      for (int step = 0; step < 4; step++) {
        changed += Math.abs(after.watts(step) - before.watts(step + 1)) / 4000;
      }
    }
    assertThat(changed).as("kWh of the next hour").isLessThan(1.0);
  }

  @Test
  void aPlanInForceDecidesAmongEqualPlansEvenAgainstBeingEarlier() {
    PlanningProblem problem = depot(3, 0).peakPrice(0, 0).build();
    PlanningProblem cheapLater =
        problem
            .toDraft()
            .prices(
                Collections.nCopies(48, problem.importPrice(0)),
                Collections.nCopies(48, problem.exportPrice(0)))
            .build();
    Plan early = plan(cheapLater);
    Plan late = plan(problem);

    Plan next = plan(cheapLater.toDraft().inForce(late).build());

    assertThat(early.gridPower().watts(0)).isGreaterThan(late.gridPower().watts(0) + 10_000);
    for (int step = 0; step < 4; step++) {
      assertThat(next.gridPower().watts(step)).isEqualTo(late.gridPower().watts(step), within(1.0));
    }
    assertThat(next.cost().total()).isEqualTo(early.cost().total(), within(1e-6));
  }

  @Test
  void aPlanInForceNeverCostsMoney() {
    PlanningProblem problem = depot(VEHICLES, 0).build();
    Plan free = plan(problem);
    Plan other = plan(problem.toDraft().peaks(List.of()).build());

    Plan next = plan(problem.toDraft().inForce(other).build());

    assertThat(next.cost().total()).isEqualTo(free.cost().total(), within(1e-4));
  }

  @Test
  void aBatteryGoesOnAsPlannedWhereThatCostsNothing() {
    var flat =
        ProblemBuilder.hours(6)
            .buyingAt(0.2)
            .sellingAt(0.2)
            .with(aBattery("battery").holding(5).restWorth(0.2).atMostKw(3));
    var dear = ProblemBuilder.hours(6).buyingAt(0.2, 0.3).sellingAt(0.2, 0.3);
    Plan trading = plan(dear.with(aBattery("battery").holding(5).atMostKw(3)).build());

    Plan next = plan(flat.build().toDraft().inForce(trading).build());

    double[] before = trading.batteries().getFirst().power().toWatts();
    double[] after = next.batteries().getFirst().power().toWatts();
    for (int step = 0; step < 4; step++) {
      assertThat(after[step]).as("step %d", step).isEqualTo(before[step], within(1.0));
    }
  }

  @Test
  void aPlanThatHasEndedPullsNowhere() {
    PlanningProblem problem = depot(3, 8).build();
    Plan ended =
        plan(
            ProblemBuilder.hours(1)
                .with(van(0).connected(-1, 1))
                .with(van(1).connected(-1, 1))
                .build());

    Plan without = plan(problem);
    Plan with = plan(problem.toDraft().inForce(ended).build());

    assertThat(with.vehicles()).isEqualTo(without.vehicles());
  }

  /** The vehicles hold what the plan has brought them; the peak that was reached counts. */
  private static PlanningProblem aQuarterLater(PlanningProblem first, Plan inForce, int vehicles) {
    double reachedKw = Math.max(25, inForce.gridPower().watts(0) / 1000);
    PlanningProblem next = depot(vehicles, 1).build();
    List<VehicleDemand> demands = new ArrayList<>();
    for (VehicleDemand vehicle : next.vehicles()) {
      demands.add(
          inForce
              .find(vehicle.session())
              .map(plan -> holding(vehicle, StoredEnergy.of(vehicle, plan.power()).wattHours(0)))
              .orElse(vehicle));
    }
    return next.toDraft()
        .importLimit(PowerCurve.generate(next.grid(), step -> first.importLimit().watts(step + 1)))
        .vehicles(demands)
        .peaks(List.of(new PeakPrice(2, Power.ofKilowatts(reachedKw))))
        .inForce(inForce)
        .build();
  }

  private static double costOfFirstStep(PlanningProblem problem, Plan plan) {
    return problem.importPrice(0).costOf(plan.gridPower().energy(0));
  }

  private static VehicleDemand holding(VehicleDemand v, double wattHours) {
    return new VehicleDemand(
        v.session(),
        v.evse(),
        v.circuit(),
        v.phases(),
        v.connected(),
        new Energy(wattHours),
        v.capacity(),
        v.target(),
        v.minimumAtDeparture(),
        v.floor(),
        v.maxCharge(),
        v.maxDischarge(),
        v.chargeEfficiency(),
        v.dischargeEfficiency(),
        v.weight());
  }
}
