package energy.setpoint.optimizer.check;

import static energy.setpoint.optimizer.check.PlanCheck.NOISE_WATTS;
import static energy.setpoint.optimizer.check.PlanCheck.NOISE_WATT_HOURS;

import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.time.PowerCurve;
import java.util.stream.IntStream;

/** Every vehicle and battery on its own: power, energy inside, what is missing. */
final class StorageCheck {

  /** A taper is a model of a battery, not a limit of a fuse. */
  private static final double NOISE_TAPER_WATTS = 10;

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
      new PatternCheck(problem, findings).check(demand, power);
      checkTaper(demand, power);
      checkEnergy(demand, power);
      checkShortfall(demand, power);
    }
    for (int i = 0; i < problem.flexibleLoads().size(); i++) {
      checkLoad(problem.flexibleLoads().get(i), plan.loads().get(i));
    }
    for (int i = 0; i < problem.solar().size(); i++) {
      checkSolar(problem.solar().get(i), plan.inverters().get(i).production());
    }
    for (int i = 0; i < problem.batteries().size(); i++) {
      checkBattery(problem.batteries().get(i), plan.batteries().get(i).power());
    }
  }

  private void checkPower(VehicleDemand demand, PowerCurve power) {
    for (int step = 0; step < power.size(); step++) {
      double share = problem.grid().share(step, demand.connected());
      double most = demand.maxCharge().watts() * share;
      double least = 0 - demand.maxDischarge().watts() * share; // 0 where it gives nothing, not -0
      checkRange("Vehicle " + demand.session(), step, power.watts(step), least, most);
    }
  }

  private void checkLoad(FlexibleLoad load, LoadPlan planned) {
    String who = "Load " + load.id();
    for (int step = 0; step < planned.power().size(); step++) {
      double most = load.most().watts() * problem.grid().share(step, load.available());
      checkRange(who, step, planned.power().watts(step), 0, most);
    }
    double missing = load.need().minus(planned.power().energy()).wattHours();
    if (missing < -NOISE_WATT_HOURS) {
      findings.add("%s takes %.1f Wh more than it needs.", who, -missing);
    }
    if (Math.abs(Math.max(0, missing) - planned.missing().wattHours()) > NOISE_WATT_HOURS) {
      findings.add(
          "%s misses %.1f Wh, but %.1f Wh are reported.",
          who, missing, planned.missing().wattHours());
    }
  }

  private void checkSolar(SolarForecast forecast, PowerCurve production) {
    for (int step = 0; step < production.size(); step++) {
      double sun = forecast.production().watts(step);
      double most = forecast.curtailable() ? 0 : sun;
      checkRange("Sun on " + forecast.circuit(), step, production.watts(step), sun, most);
    }
  }

  /** The mean power of a step keeps below the taper at the mean of the energy inside. */
  private void checkTaper(VehicleDemand demand, PowerCurve power) {
    if (demand.traits().taper().isEmpty()) {
      return;
    }
    StoredEnergy inside = StoredEnergy.of(demand, power);
    for (int step = 0; step < power.size(); step++) {
      double before = step == 0 ? demand.stored().wattHours() : inside.wattHours(step - 1);
      double mean = (before + inside.wattHours(step)) / 2000;
      double share = problem.grid().share(step, demand.connected());
      for (ChargingTraits.Line line : demand.traits().taperLines()) {
        double most = Math.max(0, line.at(mean) * share * 1000);
        if (power.watts(step) > most + NOISE_TAPER_WATTS) {
          findings.add(
              "Vehicle %s takes %.1f W in step %d, where it tapers to %.1f W.",
              demand.session(), power.watts(step), step, most);
        }
      }
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
    double reported = reported(demand.session());
    if (Math.abs(Math.max(0, missing) - reported) > NOISE_WATT_HOURS) {
      findings.add(
          "Vehicle %s misses %.1f Wh, but %.1f Wh are reported.",
          demand.session(), missing, reported);
    }
  }

  private double reported(SessionId session) {
    double sum = 0;
    for (Shortfall shortfall : plan.shortfalls()) {
      sum += shortfall.session().equals(session) ? shortfall.missing().wattHours() : 0;
    }
    return sum;
  }

  private void checkBattery(BatteryAsset asset, PowerCurve power) {
    Battery battery = asset.battery();
    String who = "Battery " + battery.id();
    StoredEnergy inside = StoredEnergy.of(asset, power);
    double highest = asset.highest().wattHours();
    double lowest = asset.lowest().wattHours();
    for (int step = 0; step < power.size(); step++) {
      double watts = power.watts(step);
      double least = 0 - battery.maxDischarge().watts();
      checkRange(who, step, watts, least, battery.maxCharge().watts());
      if (watts > NOISE_WATTS && inside.wattHours(step) > highest + NOISE_WATT_HOURS) {
        findings.add("%s is charged above its window in step %d.", who, step);
      }
      if (watts < -NOISE_WATTS && inside.wattHours(step) < lowest - NOISE_WATT_HOURS) {
        findings.add("%s is discharged below its window in step %d.", who, step);
      }
    }
  }
}
