package energy.setpoint.optimizer.known;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.time.PowerCurve;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.IntToDoubleFunction;

/** A plan as a small text table: a line for each curve, a column for each step. */
final class PlanTable {

  private final PlanningProblem problem;
  private final Plan plan;
  private final StringJoiner lines = new StringJoiner("\n");

  private PlanTable(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  static String of(PlanningProblem problem, Plan plan) {
    PlanTable table = new PlanTable(problem, plan);
    table.addCurves();
    table.addSums();
    return table.lines.toString();
  }

  private void addCurves() {
    add("step", "%8.0f", step -> step);
    add("price", "%8.2f", step -> problem.importPrice(step).perKilowattHour());
    for (VehiclePlan vehicle : plan.vehicles()) {
      add(vehicle.session() + " kW", vehicle.power());
    }
    for (BatteryPlan battery : plan.batteries()) {
      add(battery.battery() + " kW", battery.power());
    }
    add("grid kW", plan.gridPower());
  }

  private void addSums() {
    for (CostItem item : plan.cost().items()) {
      add(item.kind().words(), item.amount());
    }
    add("cost", plan.cost().total());
    for (Shortfall shortfall : plan.shortfalls()) {
      add(shortfall.session() + " misses kWh", shortfall.missing().kilowattHours());
    }
    double gap = plan.gap().orElseThrow() * 100;
    lines.add(
        String.format(Locale.ROOT, "%-26s%s, gap %.2f %%", "status", plan.report().status(), gap));
  }

  private void add(String name, PowerCurve curve) {
    add(name, "%8.2f", step -> curve.watts(step) / 1000);
  }

  private void add(String name, String format, IntToDoubleFunction values) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-12s", name));
    for (int step = 0; step < problem.grid().size(); step++) {
      double value = values.applyAsDouble(step);
      line.append(String.format(Locale.ROOT, format, Math.abs(value) < 0.005 ? 0.0 : value));
    }
    lines.add(line);
  }

  private void add(String name, double value) {
    lines.add(String.format(Locale.ROOT, "%-26s%9.4f", name, value));
  }
}
