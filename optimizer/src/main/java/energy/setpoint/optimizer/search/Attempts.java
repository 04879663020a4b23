package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.goal.Amounts;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.goal.MoneyScale;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.search.Models.Solved;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/** The best sound plan among all that were found for one problem, and what is proven of it. */
final class Attempts {

  private final PlanningProblem problem;
  private final Models models;
  private final Deadline deadline;
  private final Progress progress;
  private final Proofs proofs;
  private Optional<Candidate> best = Optional.empty();
  private Optional<Plan> spare = Optional.empty();
  private Optional<String> lastViolation = Optional.empty();

  /**
   * @param progress told of every sound plan that is better than those before
   */
  Attempts(Models models, Progress progress) {
    this.models = models;
    this.progress = progress;
    problem = models.problem();
    deadline = models.deadline();
    proofs = new Proofs(MoneyScale.highPrice(problem));
  }

  PlanningProblem problem() {
    return problem;
  }

  Deadline deadline() {
    return deadline;
  }

  Models models() {
    return models;
  }

  /**
   * Keeps what was found when it is a sound plan and better than what there is.
   *
   * @param how the method, for people, given who solved the model
   * @return what it is as a plan, when it is sound
   */
  Optional<Candidate> consider(Solved solved, UnaryOperator<String> how) {
    if (!(solved.answer() instanceof Answer.Found found)) {
      return Optional.empty();
    }
    Draft draft = new Draft(solved.model(), found.values());
    if (!Lessons.isSound(draft)) {
      keepForLackOfBetter(draft, how.apply(found.solver()));
      return Optional.empty();
    }
    double[] amounts = Amounts.of(draft.model(), draft.values());
    if (best.isEmpty() && !proofs.isEmpty() && proofs.boundFor(amounts).isEmpty()) {
      proveFor(amounts);
    }
    Plan plan = draft.toPlan(interim(how.apply(found.solver()), proofs.boundFor(amounts)));
    if (breaksSomething(plan)) {
      return Optional.empty();
    }
    Plan priced =
        found.prices().map(p -> plan.with(Prices.of(draft.model(), plan, p))).orElse(plan);
    double[] prices = found.prices().orElse(new double[0]);
    Candidate candidate = new Candidate(priced, draft, amounts, prices);
    if (best.isEmpty() || candidate.isBetterThan(best.get())) {
      best = Optional.of(candidate);
      progress.found(priced);
    }
    return Optional.of(candidate);
  }

  /**
   * Tells of the plan that a draft becomes when what it does both ways at once is netted: its
   * limits hold, but the program counted other amounts and another cost than it has, so that it
   * cannot be compared with others.
   */
  private void keepForLackOfBetter(Draft draft, String how) {
    Plan netted = draft.toPlan(interim(how, OptionalDouble.empty()));
    if (best.isEmpty() && !breaksSomething(netted)) {
      spare = Optional.of(netted);
      progress.found(netted);
    }
  }

  private boolean breaksSomething(Plan plan) {
    List<String> violations = PlanCheck.violations(problem, plan);
    violations.stream().findFirst().ifPresent(v -> lastViolation = Optional.of(v));
    return !violations.isEmpty();
  }

  private SolveReport interim(String how, OptionalDouble bound) {
    return new SolveReport(
        how,
        SolveReport.Status.FEASIBLE,
        Optional.of("there was no time to look for a better plan"),
        deadline.elapsed(),
        models.modelling(),
        bound);
  }

  /** What was wrong with the last draft that was no sound plan. */
  Optional<String> lastViolation() {
    return lastViolation;
  }

  Optional<Candidate> best() {
    return best;
  }

  /** A plan that keeps all limits but may be far from the best; for when there is no best. */
  Optional<Plan> spare() {
    return spare;
  }

  /** What is proven of a plan; empty if nothing. */
  OptionalDouble boundOf(Candidate candidate) {
    return proofs.boundFor(candidate.amounts());
  }

  /** Takes note that no plan that has no more than these amounts costs less. */
  void prove(double[] amounts, double bound) {
    proofs.add(amounts, bound);
  }

  /** Looks for a bound for these amounts by the relaxed model. */
  void proveFor(double[] amounts) {
    prove(amounts, models.leastMoney(amounts));
  }

  /** Whether the best plan is proven to be the best, but for rounding. */
  boolean isDone(double[] least) {
    return best.filter(b -> Candidate.reaches(b.amounts(), least) && isClose(b)).isPresent();
  }

  /** How much a plan may be dearer than the best that is like it, as a share of its cost. */
  double gap(Candidate candidate) {
    double cost = candidate.plan().cost().total();
    double bound = boundOf(candidate).orElse(Double.NEGATIVE_INFINITY);
    return cost <= bound ? 0 : (cost - bound) / Math.abs(cost);
  }

  /** Whether a plan costs about what is proven. */
  boolean isClose(Candidate candidate) {
    double cost = candidate.plan().cost().total();
    double bound = boundOf(candidate).orElse(Double.NEGATIVE_INFINITY);
    return CloseToBound.isClose(cost, bound);
  }
}
