package energy.setpoint.app.plan.show;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.money.CostItem;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A plan as text for a terminal: how it was found, what it costs, and who gets what. */
public final class PlanTable {

  /** Less is no charging. */
  static final double LEAST_WATTS = 1;

  /** Less is shown as nothing. */
  private static final double LEAST_MONEY = 5e-5;

  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PlanningProblem problem;
  private final Optional<String> scenario;
  private final Optional<String> uncertainty;
  private final Plan plan;
  private final Lines lines = new Lines();

  private PlanTable(PlanningProblem problem, Plan plan) {
    this.problem = problem.nominal();
    this.scenario = problem.mostProbable().map(Scenario::name);
    this.uncertainty = UncertaintyLine.of(problem, plan);
    this.plan = plan;
  }

  /** The table; times are UTC. */
  public static String of(PlanningProblem problem, Plan plan) {
    return new PlanTable(problem, plan).write();
  }

  private String write() {
    head();
    plan.report().expectation().ifPresent(found -> ScenarioRows.write(found, lines));
    cost();
    grid();
    new DeviceRows(problem, plan, lines).write();
    return lines.toString();
  }

  private void head() {
    SolveReport report = plan.report();
    lines.add(
        "Plan of %s from %s to %s UTC in %d steps%s",
        problem.site(),
        TIME.format(plan.grid().start()),
        TIME.format(plan.grid().end()),
        plan.grid().size(),
        scenario.map(name -> ", which follows scenario " + name).orElse(""));
    lines.add(
        "%s, by %s in %.2f s, of which %.2f s to write down the model",
        switch (report.status()) {
          case OPTIMAL -> "Optimal";
          case FEASIBLE -> "Good, not proven optimal";
          case HEURISTIC -> "By a rule of thumb";
        },
        report.method(),
        report.elapsed().toMillis() / 1000.0,
        report.modelling().toMillis() / 1000.0);
    String because = report.status() == SolveReport.Status.OPTIMAL ? "But" : "Because";
    report.reason().ifPresent(reason -> lines.add("%s %s", because, reason));
    if (plan.gap().isPresent()) {
      lines.add(
          "No such plan costs less than %.4f: the gap is %.3f %%",
          report.bound().orElseThrow(), plan.gap().getAsDouble() * 100);
    }
    uncertainty.ifPresent(line -> lines.add("%s", line));
    lines.add("");
  }

  private void cost() {
    lines.add("Cost%s", scenario.map(name -> " in scenario " + name).orElse(""));
    for (CostItem item : plan.cost().items()) {
      if (Math.abs(item.amount()) < LEAST_MONEY) {
        continue;
      }
      String name =
          item.name().equals(item.kind().words())
              ? item.name()
              : item.kind().words() + " \"" + item.name() + "\"";
      lines.add("  %-32s %12.4f", name, item.amount());
    }
    lines.add("  %-32s %12.4f", "total", plan.cost().total());
    if (plan.cost().carbonKilograms() > 0) {
      lines.add("  %-32s %12.1f kg", "carbon dioxide", plan.cost().carbonKilograms());
    }
    lines.add("");
  }

  private void grid() {
    int highest = extreme(1);
    int lowest = extreme(-1);
    lines.add("%-34s %12s", "Grid connection", "");
    lines.add(
        "  %-32s %12.1f kW  %s",
        "highest import",
        Math.max(0, plan.gridPower().watts(highest)) / 1000,
        TIME.format(plan.grid().boundaries().get(highest)));
    if (plan.gridPower().watts(lowest) < -LEAST_WATTS) {
      lines.add(
          "  %-32s %12.1f kW  %s",
          "highest export",
          -plan.gridPower().watts(lowest) / 1000,
          TIME.format(plan.grid().boundaries().get(lowest)));
    }
    lines.add("");
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

  /** One line: how the plan was found and what it costs. */
  public static String headline(Plan plan) {
    String gap =
        plan.gap().isPresent()
            ? String.format(Locale.ROOT, " (gap %.3f %%)", plan.gap().getAsDouble() * 100)
            : "";
    String expected =
        plan.report()
            .expectation()
            .map(e -> String.format(Locale.ROOT, ", %.4f in the mean of all scenarios", e.cost()))
            .orElse("");
    return String.format(
        Locale.ROOT,
        "%s by %s in %.2f s: it costs %.4f%s%s, %s not met",
        plan.report().status(),
        plan.report().method(),
        plan.report().elapsed().toMillis() / 1000.0,
        plan.cost().total(),
        gap,
        expected,
        plan.shortfalls().size() == 1 ? "1 need is" : plan.shortfalls().size() + " needs are");
  }
}
