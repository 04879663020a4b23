package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.portfolio.DispatchedSite;
import energy.setpoint.core.portfolio.DispatchedSite.Part;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a mix of proposals into one plan for each site. A site gets its part of the mix as a
 * mandatory event and plans for that. One that cannot keep to it, because not everything between
 * two of its plans is a plan, is settled with what it can do, and the others share the rest anew.
 */
final class Shares {

  /** Watts off its share with which a site still counts as keeping to it. */
  private static final double EXACT_WATTS = 1;

  private static final int MOST_TURNS = 3;

  private final Portfolio portfolio;
  private final LinearSolver mixer;
  private final String dispatch;
  private final Deadline deadline;

  /** Sites that will not change any more. */
  private final Map<Bidder, DispatchedSite> settled = new LinkedHashMap<>();

  /** What the others would do with their present share. */
  private final Map<Bidder, DispatchedSite> sharing = new LinkedHashMap<>();

  Shares(Portfolio portfolio, LinearSolver mixer, String dispatch, Deadline deadline) {
    this.portfolio = portfolio;
    this.mixer = mixer;
    this.dispatch = dispatch;
    this.deadline = deadline;
  }

  /** One for each bidder, in order. */
  List<DispatchedSite> plan(List<Bidder> bidders, Wanted wanted, PriceSearch.Found found) {
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
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < open.size(); i++) {
      Bidder bidder = open.get(i);
      Blend blend = mix.blends().get(i);
      if (blend.isOnly(bidder.first())) {
        sharing.put(bidder, unmoved(bidder));
      } else {
        PowerCurve share = blend.gridPower();
        asked.add(new Asked(bidder, blend, share, withShare(bidder, share)));
      }
    }
    List<SiteOutcome> outcomes =
        portfolio.plan(asked.stream().map(Asked::problem).toList(), deadline.remaining());
    for (int i = 0; i < asked.size(); i++) {
      settleOrShare(asked.get(i), outcomes.get(i));
    }
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
              Power.ZERO,
              new GridEvent.Obligation.Mandatory()));
    }
    return problem.toDraft().events(events).build();
  }

  /** A site that plans for its share, which is what the blend would take. */
  private record Asked(Bidder bidder, Blend blend, PowerCurve share, PlanningProblem problem) {

    boolean isSound(Plan plan) {
      double missing = Proposal.missingKwh(problem, plan);
      return plan.report().status() != SolveReport.Status.HEURISTIC
          && missing <= bidder.leastMissingKwh() + Bidder.NOISE_KWH;
    }

    boolean isKeptBy(Plan plan) {
      for (int step : bidder.window().siteSteps()) {
        if (Math.abs(plan.gridPower().watts(step) - share.watts(step)) > EXACT_WATTS) {
          return false;
        }
      }
      return true;
    }

    Plan blended() {
      SolveReport report =
          new SolveReport(
              "mix of proposals",
              SolveReport.Status.FEASIBLE,
              Optional.of("there was no sound plan for the share"),
              Duration.ZERO);
      return Plan.of(problem, MixedDecisions.of(problem, blend), report);
    }
  }

  private void settleOrShare(Asked asked, SiteOutcome outcome) {
    if (outcome instanceof SiteOutcome.Planned(Plan plan) && asked.isSound(plan)) {
      DispatchedSite site = new DispatchedSite(asked.problem(), plan, Part.SHARE);
      (asked.isKeptBy(plan) ? sharing : settled).put(asked.bidder(), site);
      return;
    }
    Plan blended = asked.blended();
    if (PlanCheck.violations(asked.problem(), blended).isEmpty()) {
      sharing.put(asked.bidder(), new DispatchedSite(asked.problem(), blended, Part.SHARE));
    } else {
      settled.put(asked.bidder(), proposed(asked.bidder(), asked.blend().heaviest()));
    }
  }

  private static DispatchedSite proposed(Bidder bidder, Proposal proposal) {
    return proposal.equals(bidder.first())
        ? unmoved(bidder)
        : new DispatchedSite(bidder.problem(), proposal.plan(), Part.PROPOSAL);
  }

  private static DispatchedSite unmoved(Bidder bidder) {
    return new DispatchedSite(bidder.problem(), bidder.undispatched(), Part.UNMOVED);
  }
}
