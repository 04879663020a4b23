package energy.setpoint.app.plan;

import energy.setpoint.app.plan.result.DecisionsReader;
import energy.setpoint.app.plan.result.PlanDocument;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.check.PlanCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Holds a result against its problem: whether its powers keep every limit, and whether what it
 * states besides is what follows from them. Knows no solver, and does not care who made the result.
 *
 * @param plan what follows from the powers
 * @param violations each in one sentence; empty when the result is sound
 */
public record PlanReview(PlanningProblem problem, Plan plan, List<String> violations) {

  public PlanReview {
    violations = List.copyOf(violations);
  }

  /**
   * Reviews a result.
   *
   * @throws energy.setpoint.app.plan.json.InvalidDocument when it does not fit the problem at all
   */
  public static PlanReview of(PlanningProblem problem, PlanDocument result) {
    Plan plan = DecisionsReader.read(result, problem);
    List<String> found = new ArrayList<>(PlanCheck.violations(problem, plan));
    Statements statements = new Statements(plan, found);
    statements.check(result);
    new ScenarioStatements(problem, plan, statements).check(result);
    return new PlanReview(problem, plan, found);
  }

  public boolean isSound() {
    return violations.isEmpty();
  }

  /** For people: one line when it is sound, otherwise one for each violation. */
  public String text() {
    if (!isSound()) {
      return String.join("\n", violations)
          + "\n"
          + counted(violations.size(), "violation", "violations")
          + ".";
    }
    double missing = plan.shortfalls().stream().mapToDouble(s -> s.missing().wattHours()).sum();
    return String.format(
        Locale.ROOT,
        "The plan keeps all limits of %s, %s and %s in %s. It costs %.6f%s and misses %.0f Wh at"
            + " departures.",
        counted(plan.vehicles().size(), "vehicle", "vehicles"),
        counted(problem.batteries().size(), "battery", "batteries"),
        counted(problem.circuits().all().size(), "circuit", "circuits"),
        counted(problem.grid().size(), "step", "steps"),
        plan.cost().total(),
        problem.mostProbable().map(s -> " in scenario " + s.name()).orElse(""),
        missing);
  }

  private static String counted(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
