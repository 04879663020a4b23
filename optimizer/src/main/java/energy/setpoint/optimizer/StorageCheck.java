package energy.setpoint.optimizer;

import static energy.setpoint.optimizer.PlanCheck.NOISE_WATTS;
import static energy.setpoint.optimizer.PlanCheck.NOISE_WATT_HOURS;

import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.time.PowerCurve;
import java.util.stream.IntStream;

/** Every vehicle and battery on its own: power, energy inside, what is missing. */
final class StorageCheck {

  private final PlanningProblem problem;
  private final Plan plan;
  private final PlanCheck.Findings findings;

  StorageCheck(PlanningProblem problem, Plan plan, PlanCheck.Findings findings) {
    this.problem = problem;
    this.plan = plan;
    this.findings = findings;
  }

  void run() {
    for (int i = 0; i < problem.vehicles().size(); i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      PowerCurve power = plan.vehicles().get(i).power();
      checkPower(demand, power);
      checkEnergy(demand, power);
      checkShortfall(demand, power);
    }
    for (int i = 0; i < problem.batteries().size(); i++) {
      checkBattery(problem.batteries().get(i), plan.batteries().get(i).power());
    }
  }

  private void checkPower(VehicleDemand demand, PowerCurve power) {
    for (int step = 0; step < power.size(); step++) {
      double share = problem.grid().share(step, demand.connected());
      double most = demand.maxCharge().watts() * share;
      double least = -demand.maxDischarge().watts() * share;
      checkRange("Vehicle " + demand.session(), step, power.watts(step), least, most);
    }
  }

  private void checkRange(String who, int step, double watts, double least, double most) {
    if (watts > most + NOISE_WATTS || watts < least - NOISE_WATTS) {
      findings.add(
          "%s has %.1f W in step %d; it can %.1f to %.1f W.", who, watts, step, least, most);
    }
  }

  private void checkEnergy(VehicleDemand demand, PowerCurve power) {
    StoredEnergy inside = StoredEnergy.of(demand, power);
    String who = "Vehicle " + demand.session();
    for (int step = 0; step < power.size(); step++) {
      if (inside.wattHours(step) > demand.capacity().wattHours() + NOISE_WATT_HOURS) {
        findings.add("%s holds more than its capacity after step %d.", who, step);
      }
      boolean feedsBack = power.watts(step) < -NOISE_WATTS;
      if (feedsBack && inside.wattHours(step) < demand.floor().wattHours() - NOISE_WATT_HOURS) {
        findings.add("%s feeds back below its floor in step %d.", who, step);
      }
    }
    boolean everFeedsBack =
        IntStream.range(0, power.size()).anyMatch(step -> power.watts(step) < -NOISE_WATTS);
    double minimum = demand.minimumAtDeparture().wattHours();
    if (everFeedsBack && inside.atEndWattHours() < minimum - NOISE_WATT_HOURS) {
      findings.add(
          "%s feeds back and leaves with %.0f Wh, below its minimum of %.0f Wh.",
          who, inside.atEndWattHours(), minimum);
    }
  }

  private void checkShortfall(VehicleDemand demand, PowerCurve power) {
    boolean due = demand.connected().start().isBefore(problem.grid().end());
    double missing =
        due ? demand.target().wattHours() - StoredEnergy.of(demand, power).atEndWattHours() : 0;
    double reported =
        plan.shortfalls().stream()
            .filter(s -> s.session().equals(demand.session()))
            .mapToDouble(s -> s.missing().wattHours())
            .sum();
    if (Math.abs(Math.max(0, missing) - reported) > NOISE_WATT_HOURS) {
      findings.add(
          "Vehicle %s misses %.1f Wh, but %.1f Wh are reported.",
          demand.session(), missing, reported);
    }
  }

  private void checkBattery(BatteryAsset asset, PowerCurve power) {
    Battery battery = asset.battery();
    String who = "Battery " + battery.id();
    StoredEnergy inside = StoredEnergy.of(asset, power);
    double highest = battery.highest().of(battery.capacity()).wattHours();
    double lowest = battery.lowest().of(battery.capacity()).wattHours();
    for (int step = 0; step < power.size(); step++) {
      double watts = power.watts(step);
      checkRange(who, step, watts, -battery.maxDischarge().watts(), battery.maxCharge().watts());
      if (watts > NOISE_WATTS && inside.wattHours(step) > highest + NOISE_WATT_HOURS) {
        findings.add("%s is charged above its window in step %d.", who, step);
      }
      if (watts < -NOISE_WATTS && inside.wattHours(step) < lowest - NOISE_WATT_HOURS) {
        findings.add("%s is discharged below its window in step %d.", who, step);
      }
    }
  }
}
