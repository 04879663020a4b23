package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.GridEvent;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.portfolio.DispatchedSite;
import energy.setpoint.core.portfolio.DispatchedSite.Part;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.PlanCheck;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a mix of proposals into one plan for each site. A site gets its part of the mix as a
 * mandatory event and plans for that. One that cannot keep to it, because not everything between
 * two of its plans is a plan, is settled with what it can do, and the others share the rest anew.
 */
final class Shares {

  /** Watts to either side that are rounding. */
  private static final Power TOLERANCE = Power.ofWatts(0.1);

  /** Watts off its share with which a site still counts as keeping to it. */
  private static final double EXACT_WATTS = 1;

  private static final int MOST_TURNS = 3;

  private final Portfolio portfolio;
  private final LinearSolver mixer;
  private final String dispatch;
  private final Deadline deadline;

  /** Sites that will not change any more. */
  private final Map<Bidder, DispatchedSite> settled = new HashMap<>();

  /** What the others would do with their present share. */
  private final Map<Bidder, DispatchedSite> sharing = new HashMap<>();

  Shares(Portfolio portfolio, LinearSolver mixer, String dispatch, Deadline deadline) {
    this.portfolio = portfolio;
    this.mixer = mixer;
    this.dispatch = dispatch;
    this.deadline = deadline;
  }

  /** One for each bidder, in order. */
  List<DispatchedSite> plan(
      List<Bidder> bidders, Wanted wanted, PriceSearch.Found found) {
    List<Bidder> open = bidders;
    Optional<Mix> mix = Optional.of(found.mix());
    for (int turn = 0; turn < MOST_TURNS && mix.isPresent(); turn++) {
      planOpen(open, mix.get());
      List<Bidder> left = open.stream().filter(b -> !settled.containsKey(b)).toList();
      if (left.isEmpty() || left.size() == open.size()) {
        break;
      }
      open = left;
      mix = Mix.of(mixer, left, rest(wanted), found.penalty(), deadline);
    }
    sharing.forEach(settled::putIfAbsent);
    return bidders.stream().map(settled::get).toList();
  }

  private Wanted rest(Wanted wanted) {
    Wanted rest = wanted;
    for (Map.Entry<Bidder, DispatchedSite> entry : settled.entrySet()) {
      PowerCurve power = entry.getValue().plan().gridPower();
      rest = rest.less(entry.getKey().window().meanKw(power));
    }
    return rest;
  }

  private void planOpen(List<Bidder> open, Mix mix) {
    List<Bidder> asked = new ArrayList<>();
    List<double[]> weights = new ArrayList<>();
    List<PlanningProblem> problems = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Bidder bidder = open.get(i);
      double[] ofBidder = mix.weights().get(i);
      if (isUnmoved(bidder, ofBidder)) {
        sharing.put(
            bidder, new DispatchedSite(bidder.problem(), bidder.undispatched(), Part.UNMOVED));
      } else {
        asked.add(bidder);
        weights.add(ofBidder);
        problems.add(withShare(bidder, share(bidder, ofBidder)));
      }
    }
    List<SiteOutcome> outcomes = portfolio.plan(problems, deadline.remaining());
    for (int i = 0; i < asked.size(); i++) {
      settleOrShare(asked.get(i), weights.get(i), problems.get(i), outcomes.get(i));
    }
  }

  private static boolean isUnmoved(Bidder bidder, double[] weights) {
    int first = bidder.proposals().indexOf(bidder.first());
    return first >= 0 && weights[first] > 1 - 1e-9;
  }

  /** The part of the mix that is a site's, over the site's own grid. */
  private static PowerCurve share(Bidder bidder, double[] weights) {
    return mixed(bidder.proposals().stream().map(p -> p.plan().gridPower()).toList(), weights);
  }

  private static PowerCurve mixed(List<PowerCurve> curves, double[] weights) {
    return PowerCurve.generate(
        curves.getFirst().grid(),
        step -> {
          double watts = 0;
          for (int i = 0; i < weights.length; i++) {
            watts += weights[i] * curves.get(i).watts(step);
          }
          return watts;
        });
  }

  private PlanningProblem withShare(Bidder bidder, PowerCurve share) {
    PlanningProblem problem = bidder.problem();
    List<GridEvent> events = new ArrayList<>(problem.events());
    for (int step : bidder.window().siteSteps()) {
      events.add(
          GridEvent.dispatch(
              dispatch + " " + step,
              problem.grid().step(step),
              share.power(step),
              TOLERANCE,
              new GridEvent.Obligation.Mandatory()));
    }
    return problem.toDraft().events(events).build();
  }

  private void settleOrShare(
      Bidder bidder, double[] weights, PlanningProblem problem, SiteOutcome outcome) {
    PowerCurve share = share(bidder, weights);
    if (outcome instanceof SiteOutcome.Planned(Plan plan) && isSound(bidder, plan)) {
      DispatchedSite site = new DispatchedSite(problem, plan, Part.SHARE);
      (keepsTo(bidder, share, plan) ? sharing : settled).put(bidder, site);
      return;
    }
    Plan mixed = mixed(bidder, problem, weights);
    if (PlanCheck.violations(problem, mixed).isEmpty()) {
      sharing.put(bidder, new DispatchedSite(problem, mixed, Part.SHARE));
    } else {
      settled.put(bidder, mostLike(bidder, weights));
    }
  }

  private static boolean isSound(Bidder bidder, Plan plan) {
    double missing = Proposal.missingKwh(bidder.problem(), plan);
    return plan.report().status() != SolveReport.Status.HEURISTIC
        && missing <= bidder.leastMissingKwh() + Bidder.NOISE_KWH;
  }

  private static boolean keepsTo(Bidder bidder, PowerCurve share, Plan plan) {
    for (int step : bidder.window().siteSteps()) {
      if (Math.abs(plan.gridPower().watts(step) - share.watts(step)) > EXACT_WATTS) {
        return false;
      }
    }
    return true;
  }

  /** Every device does the mean of what it does in the proposals. */
  private static Plan mixed(Bidder bidder, PlanningProblem problem, double[] weights) {
    List<Decisions> all = bidder.proposals().stream().map(p -> p.plan().decisions()).toList();
    SolveReport like = bidder.undispatched().report();
    SolveReport report =
        new SolveReport(
            "mix of proposals",
            SolveReport.Status.FEASIBLE,
            Optional.of("there was no sound plan for the share"),
            like.elapsed());
    return Plan.of(problem, MixedDecisions.of(problem, all, weights), report);
  }

  private static DispatchedSite mostLike(Bidder bidder, double[] weights) {
    int heaviest = 0;
    for (int i = 1; i < weights.length; i++) {
      heaviest = weights[i] > weights[heaviest] ? i : heaviest;
    }
    Proposal proposal = bidder.proposals().get(heaviest);
    return proposal == bidder.first()
        ? new DispatchedSite(bidder.problem(), bidder.undispatched(), Part.UNMOVED)
        : new DispatchedSite(bidder.problem(), proposal.plan(), Part.PROPOSAL);
  }
}
