package energy.setpoint.app.plan.show;

import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.CostItem;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.time.PowerCurve;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A plan as text for a terminal: how it was found, what it costs, and who gets what. */
public final class PlanTable {

  /** Rows for vehicles; more than fit on a screen say no more. */
  private static final int MOST_ROWS = 60;

  /** Less is no charging. */
  private static final double LEAST_WATTS = 1;

  /** Less is shown as nothing. */
  private static final double LEAST_MONEY = 5e-5;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PlanningProblem problem;
  private final Plan plan;
  private final StringBuilder text = new StringBuilder();

  private PlanTable(PlanningProblem problem, Plan plan) {
    this.problem = problem;
    this.plan = plan;
  }

  /** The table; times are UTC. */
  public static String of(PlanningProblem problem, Plan plan) {
    return new PlanTable(problem, plan).write();
  }

  private String write() {
    head();
    cost();
    grid();
    vehicles();
    batteries();
    loads();
    sun();
    return text.toString();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }

  private void head() {
    SolveReport report = plan.report();
    line(
        "Plan of %s from %s to %s UTC in %d steps",
        problem.site(),
        TIME.format(plan.grid().start()),
        TIME.format(plan.grid().end()),
        plan.grid().size());
    line(
        "%s, by %s in %.2f s, of which %.2f s to write down the model",
        switch (report.status()) {
          case OPTIMAL -> "Optimal";
          case FEASIBLE -> "Good, not proven optimal";
          case HEURISTIC -> "By a rule of thumb";
        },
        report.method(),
        report.elapsed().toMillis() / 1000.0,
        report.modelling().toMillis() / 1000.0);
    report.reason().ifPresent(reason -> line("Because %s", reason));
    if (plan.gap().isPresent()) {
      line(
          "No such plan costs less than %.4f: the gap is %.3f %%",
          report.bound().orElseThrow(), plan.gap().getAsDouble() * 100);
    }
    line("");
  }

  private void cost() {
    line("%-34s %12s", "Cost", "");
    for (CostItem item : plan.cost().items()) {
      if (Math.abs(item.amount()) < LEAST_MONEY) {
        continue;
      }
      String name =
          item.name().equals(item.kind().words())
              ? item.name()
              : item.kind().words() + " \"" + item.name() + "\"";
      line("  %-32s %12.4f", name, item.amount());
    }
    line("  %-32s %12.4f", "total", plan.cost().total());
    if (plan.cost().carbonKilograms() > 0) {
      line("  %-32s %12.1f kg", "carbon dioxide", plan.cost().carbonKilograms());
    }
    line("");
  }

  private void grid() {
    int highest = extreme(1);
    int lowest = extreme(-1);
    line("%-34s %12s", "Grid connection", "");
    line(
        "  %-32s %12.1f kW  %s",
        "highest import",
        Math.max(0, plan.gridPower().watts(highest)) / 1000,
        TIME.format(plan.grid().boundaries().get(highest)));
    if (plan.gridPower().watts(lowest) < -LEAST_WATTS) {
      line(
          "  %-32s %12.1f kW  %s",
          "highest export",
          -plan.gridPower().watts(lowest) / 1000,
          TIME.format(plan.grid().boundaries().get(lowest)));
    }
    line("");
  }

  private int extreme(int sign) {
    int found = 0;
    for (int step = 1; step < plan.grid().size(); step++) {
      if (sign * plan.gridPower().watts(step) > sign * plan.gridPower().watts(found)) {
        found = step;
      }
    }
    return found;
  }

  private void vehicles() {
    if (plan.vehicles().isEmpty()) {
      return;
    }
    line(
        "%-20s %10s %10s %10s %10s  %-9s  %-9s  %-9s",
        "Vehicle",
        "takes kWh",
        "gives kWh",
        "leaves kWh",
        "short kWh",
        "first",
        "last",
        "departure");
    int shown = Math.min(MOST_ROWS, plan.vehicles().size());
    for (int i = 0; i < shown; i++) {
      vehicle(problem.vehicles().get(i), plan.vehicles().get(i).power());
    }
    if (shown < plan.vehicles().size()) {
      line(
          "  and %d more; %d vehicles are short",
          plan.vehicles().size() - shown, plan.shortfalls().size());
    }
    line("");
  }

  private void vehicle(VehicleDemand demand, PowerCurve power) {
    double missing =
        plan.shortfalls().stream()
            .filter(s -> s.session().equals(demand.session()))
            .map(Shortfall::missing)
            .mapToDouble(energy -> energy.kilowattHours())
            .sum();
    line(
        "%-20s %10.2f %10.2f %10.2f %10s  %-9s  %-9s  %-9s",
        demand.session(),
        sum(power, 1),
        sum(power, -1),
        StoredEnergy.of(demand, power).atEnd().kilowattHours(),
        missing > 0 ? String.format(Locale.ROOT, "%.2f", missing) : "-",
        first(power).map(TIME::format).orElse("-"),
        last(power).map(TIME::format).orElse("-"),
        TIME.format(demand.connected().end()));
  }

  private static double sum(PowerCurve power, int sign) {
    double kilowattHours = 0;
    for (int step = 0; step < power.size(); step++) {
      kilowattHours += Math.max(0, sign * power.energy(step).kilowattHours());
    }
    return kilowattHours;
  }

  /** When charging begins. */
  private static Optional<Instant> first(PowerCurve power) {
    for (int step = 0; step < power.size(); step++) {
      if (power.watts(step) > LEAST_WATTS) {
        return Optional.of(power.grid().boundaries().get(step));
      }
    }
    return Optional.empty();
  }

  /** When charging is over. */
  private static Optional<Instant> last(PowerCurve power) {
    for (int step = power.size() - 1; step >= 0; step--) {
      if (power.watts(step) > LEAST_WATTS) {
        return Optional.of(power.grid().boundaries().get(step + 1));
      }
    }
    return Optional.empty();
  }

  private void batteries() {
    if (plan.batteries().isEmpty()) {
      return;
    }
    line("%-20s %10s %10s %10s", "Battery", "takes kWh", "gives kWh", "holds kWh");
    for (int i = 0; i < plan.batteries().size(); i++) {
      BatteryPlan battery = plan.batteries().get(i);
      line(
          "%-20s %10.2f %10.2f %10.2f",
          battery.battery(),
          sum(battery.power(), 1),
          sum(battery.power(), -1),
          StoredEnergy.of(problem.batteries().get(i), battery.power()).atEnd().kilowattHours());
    }
    line("");
  }

  private void loads() {
    if (plan.loads().isEmpty()) {
      return;
    }
    line(
        "%-20s %10s %10s %10s %10s  %-9s  %-9s",
        "Flexible load", "takes kWh", "", "", "short kWh", "first", "last");
    for (LoadPlan load : plan.loads()) {
      double missing = load.missing().kilowattHours();
      line(
          "%-20s %10.2f %10s %10s %10s  %-9s  %-9s",
          load.load(),
          sum(load.power(), 1),
          "",
          "",
          missing > 0 ? String.format(Locale.ROOT, "%.2f", missing) : "-",
          first(load.power()).map(TIME::format).orElse("-"),
          last(load.power()).map(TIME::format).orElse("-"));
    }
    line("");
  }

  private void sun() {
    if (plan.inverters().isEmpty()) {
      return;
    }
    line("%-20s %10s %10s %10s", "Solar on circuit", "", "gives kWh", "unused kWh");
    for (int i = 0; i < plan.inverters().size(); i++) {
      SolarPlan inverter = plan.inverters().get(i);
      double possible = sum(problem.solar().get(i).production(), -1);
      double used = sum(inverter.production(), -1);
      line("%-20s %10s %10.2f %10.2f", inverter.circuit(), "", used, possible - used);
    }
    line("");
  }
}
