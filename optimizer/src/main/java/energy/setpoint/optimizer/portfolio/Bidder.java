package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;

/** A site that answers prices with plans. The first plan is the one without any dispatch. */
final class Bidder {

  /** Weighted kilowatt-hours that nobody notices. */
  static final double NOISE_KWH = 1e-2;

  private final PlanningProblem problem;
  private final Window window;
  private final Plan undispatched;
  private final Proposal first;
  private final List<Proposal> proposals = new ArrayList<>();

  Bidder(PlanningProblem problem, TimeGrid dispatch, Plan undispatched) {
    this.problem = problem;
    this.undispatched = undispatched;
    window = new Window(dispatch, problem.grid());
    first = Proposal.of(problem, window, undispatched);
    proposals.add(first);
  }

  PlanningProblem problem() {
    return problem;
  }

  Window window() {
    return window;
  }

  Plan undispatched() {
    return undispatched;
  }

  /** The plan without the dispatch. */
  Proposal first() {
    return first;
  }

  List<Proposal> proposals() {
    return proposals;
  }

  /**
   * The same site with something added to its prices, import and export alike.
   *
   * @param perKilowattHour one for each step of the dispatch
   */
  PlanningProblem at(double[] perKilowattHour) {
    double[] added = window.pricesAtSite(perKilowattHour);
    Money money = problem.money();
    Money priced =
        new Money(
            raised(money.imports(), added, 1 + money.imports().taxShare()),
            raised(money.exports(), added, 1 - money.exports().taxShare()),
            money.peaks(),
            money.carbon());
    return problem.toDraft().money(priced).build();
  }

  /** Rates that come out so much higher after tax. */
  private static EnergyRates raised(EnergyRates rates, double[] added, double taxFactor) {
    List<EnergyPrice> energy = new ArrayList<>();
    for (int step = 0; step < added.length; step++) {
      double before = rates.energy().get(step).perKilowattHour();
      energy.add(EnergyPrice.ofKilowattHour(before + added[step] / taxFactor));
    }
    return rates.withEnergy(energy);
  }

  /**
   * Adds a plan to the proposals when it meets the needs as well as the others, and makes others go
   * that meet them less well.
   */
  Proposal consider(Plan answer) {
    Proposal proposal = Proposal.of(problem, window, answer);
    boolean rough = proposal.isRoughlyPlanned();
    boolean onlyRough = proposals.stream().allMatch(Proposal::isRoughlyPlanned);
    boolean isShort = proposals.stream().anyMatch(p -> isShorter(proposal, p));
    boolean known = proposals.stream().anyMatch(proposal::isNoBetterThan);
    if (!isShort && !known && (!rough || onlyRough)) {
      proposals.removeIf(p -> isShorter(p, proposal) || p.isRoughlyPlanned() && !rough);
      proposals.add(proposal);
    }
    return proposal;
  }

  private static boolean isShorter(Proposal one, Proposal other) {
    return one.missingKwh() > other.missingKwh() + NOISE_KWH;
  }

  /** The least that needs must miss, as far as known. */
  double leastMissingKwh() {
    return proposals.stream().mapToDouble(Proposal::missingKwh).min().orElseThrow();
  }

  /** Whether a plan's bound says something about all plans of the site. */
  static boolean proves(Plan plan) {
    return plan.report().bound().isPresent()
        && plan.report().status() != SolveReport.Status.HEURISTIC;
  }
}
