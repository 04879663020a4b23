package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.optimizer.check.Overloads;
import energy.setpoint.optimizer.goal.Amounts;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.integer.ExactSearch;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.search.LinearPlanner.Outcome;
import energy.setpoint.optimizer.search.Models.Solved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The search for one plan. First a relaxed model, which allows all that a plan may do and more: it
 * proves what no plan can beat, and where its solution is a plan, that is the answer. Otherwise the
 * solution is rounded to a plan, the plan improved, and a small problem searched with whole
 * numbers. Maths: {@code docs/optimizer/integer-search.md}.
 */
final class PlanSearch {

  private final Attempts attempts;
  private final LinearSolver mixed;

  PlanSearch(Attempts attempts, LinearSolver mixed) {
    this.attempts = attempts;
    this.mixed = mixed;
  }

  Outcome run() {
    return nearPlanInForce().orElseGet(this::fromScratch);
  }

  /** A plan that changes little of the plan in force, when it is proven to be the best. */
  private Optional<Outcome> nearPlanInForce() {
    Optional<Solved> near = attempts.models().solveFromPlanInForce();
    if (near.isEmpty() || !(near.get().answer() instanceof Answer.Found found)) {
      return Optional.empty();
    }
    double[] least = Amounts.of(near.get().model(), found.values());
    attempts.prove(least, found.bound());
    attempts.consider(near.get(), solver -> solver + " linear program near the plan in force");
    return attempts.isDone(least)
        ? attempts.best().map(best -> planned(best, near.get(), least, true))
        : Optional.empty();
  }

  private Outcome fromScratch() {
    Solved relaxed = attempts.models().solve(Rulings.RELAXED);
    return switch (relaxed.answer()) {
      case Answer.NeedsTurns ignored -> throw new IllegalStateException();
      case Answer.Nothing(String reason) -> new Outcome.NotPlanned(reason);
      case Answer.Found found -> goOn(relaxed, found);
    };
  }

  private Outcome goOn(Solved relaxed, Answer.Found found) {
    Draft draft = new Draft(relaxed.model(), found.values());
    double[] least = Amounts.of(relaxed.model(), found.values());
    attempts.prove(least, found.bound());
    attempts.consider(relaxed, solver -> solver + " linear program");
    if (!attempts.isDone(least)) {
      new PatternSearch(attempts).from(draft, found.prices().orElse(new double[0]), least);
    }
    double[] proven = attempts.isDone(least) ? least : searchFurther(least, draft);
    return attempts
        .best()
        .map(best -> planned(best, relaxed, proven, found.complete()))
        .or(() -> attempts.spare().map(Outcome.Planned::new))
        .orElseGet(() -> new Outcome.NotPlanned(whyNot()));
  }

  private Outcome planned(Candidate best, Solved relaxed, double[] least, boolean complete) {
    Plan plan = finished(best, least, complete);
    attempts.models().learn(plan, relaxed);
    return new Outcome.Planned(plan);
  }

  private String whyNot() {
    return attempts
        .lastViolation()
        .map(violation -> "the solver's plan is wrong: " + violation)
        .orElse("there was no time to make the solver's plan sound");
  }

  /** What was found so far stays where there is no solver for whole numbers. */
  private double[] searchFurther(double[] least, Draft relaxed) {
    try {
      return searchWithWholeNumbers(least, relaxed);
    } catch (SolverUnavailable e) {
      if (attempts.best().isEmpty()) {
        throw e;
      }
      return least;
    }
  }

  /** Searches a small problem, and returns the amounts that no plan can go below. */
  private double[] searchWithWholeNumbers(double[] least, Draft relaxed) {
    PlanningProblem problem = attempts.problem();
    if (!ExactSearch.isSmall(problem) || attempts.deadline().isOver()) {
      return least;
    }
    ExactSearch search =
        new ExactSearch(
            mixed,
            attempts.models().families(),
            LinearPlanner.TERMS,
            attempts.deadline(),
            !Lessons.isSound(relaxed));
    if (attempts.best().isPresent() && NearSearch.suits(problem)) {
      new NearSearch(attempts, search, wholeNumbers()).from(attempts.best().get(), least);
      if (attempts.deadline().isOver()) {
        return least;
      }
    }
    Optional<ExactSearch.Result> result =
        search.search(problem, least, attempts.best().map(Candidate::start));
    if (result.isEmpty()) {
      return least;
    }
    ExactSearch.Result found = result.get();
    attempts.prove(found.amounts(), found.bound());
    new Settling(attempts, solver -> wholeNumbers()).from(found.rulings());
    return found.areLeast() ? found.amounts() : least;
  }

  private String wholeNumbers() {
    return mixed.name() + " integer program";
  }

  /** The best plan with what is proven of it. */
  private Plan finished(Candidate best, double[] least, boolean complete) {
    if (attempts.boundOf(best).isEmpty()) {
      attempts.proveFor(best.amounts());
    }
    boolean isBest = complete && attempts.isDone(least);
    List<String> reasons = new ArrayList<>(Overloads.inWords(attempts.problem(), best.plan()));
    if (!isBest) {
      reasons.addAll(doubts(best, complete));
    }
    return best.plan()
        .with(
            new SolveReport(
                best.plan().report().method(),
                isBest ? Status.OPTIMAL : Status.FEASIBLE,
                reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons)),
                attempts.deadline().elapsed(),
                attempts.models().modelling(),
                attempts.boundOf(best)));
  }

  private static List<String> doubts(Candidate best, boolean complete) {
    List<String> doubts = new ArrayList<>();
    Rulings rulings = best.model().rulings();
    if (!complete) {
      doubts.add("the search for the least cost did not finish");
    }
    if (!best.model().problem().money().peaks().stream().allMatch(PeakPrice::isConvex)) {
      doubts.add("a tier of a peak price that is cheaper than one below is planned as a line");
    }
    if (!rulings.patterns().isEmpty()) {
      doubts.add("when vehicles charge with at least their minimum was rounded");
    }
    if (!rulings.exporting().isEmpty()) {
      doubts.add("export is dearer than import in some steps, where the side of zero was tried");
    }
    if (!rulings.barred().isEmpty()) {
      doubts.add(
          "some batteries were kept from charging and discharging at once by closing one"
              + " direction");
    }
    if (!rulings.chargeOnly().isEmpty() || !rulings.insideFrom().isEmpty()) {
      doubts.add("a battery below its minimum only charges until it is above");
    }
    return doubts;
  }
}
