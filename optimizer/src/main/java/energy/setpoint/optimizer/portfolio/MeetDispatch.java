package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.portfolio.Dispatch;
import energy.setpoint.core.portfolio.DispatchReport;
import energy.setpoint.core.portfolio.DispatchedPortfolio;
import energy.setpoint.core.portfolio.DispatchedSite;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Has many sites meet a target together: first each plans for itself, then prices are found, then
 * each plans for its share.
 */
final class MeetDispatch {

  private final Portfolio portfolio;
  private final LinearSolver mixer;
  private final Dispatch dispatch;
  private final Deadline deadline;

  MeetDispatch(Portfolio portfolio, LinearSolver mixer, Dispatch dispatch, Duration timeBudget) {
    this.portfolio = portfolio;
    this.mixer = mixer;
    this.dispatch = dispatch;
    deadline = Deadline.in(timeBudget);
  }

  /** A site with several scenarios is taken in its most probable one. */
  DispatchedPortfolio among(List<PlanningProblem> all) {
    List<PlanningProblem> problems = all.stream().map(PlanningProblem::nominal).toList();
    problems.forEach(problem -> new Window(dispatch.grid(), problem.grid()));
    List<Bidder> bidders = new ArrayList<>();
    List<SiteOutcome.NotPlanned> failed = new ArrayList<>();
    List<SiteOutcome> outcomes = portfolio.plan(problems, deadline.remaining().dividedBy(2));
    for (int i = 0; i < outcomes.size(); i++) {
      switch (outcomes.get(i)) {
        case SiteOutcome.Planned(Plan plan) ->
            bidders.add(new Bidder(problems.get(i), dispatch.grid(), plan));
        case SiteOutcome.NotPlanned notPlanned -> failed.add(notPlanned);
      }
    }
    PowerCurve undispatched = sum(bidders, bidders.stream().map(Bidder::undispatched).toList());
    PowerCurve wanted = dispatch.wanted(undispatched);
    return meet(bidders, failed, Wanted.of(wanted, dispatch.tolerance()), undispatched);
  }

  private DispatchedPortfolio meet(
      List<Bidder> bidders,
      List<SiteOutcome.NotPlanned> failed,
      Wanted wanted,
      PowerCurve undispatched) {
    Optional<PriceSearch.Found> found =
        new PriceSearch(portfolio, mixer, bidders, wanted, deadline).search();
    List<DispatchedSite> sites =
        found.isPresent()
            ? new Shares(portfolio, mixer, dispatch.id(), deadline)
                .plan(bidders, wanted, found.get())
            : bidders.stream().map(MeetDispatch::unmoved).toList();
    DispatchReport report = report(bidders, sites, wanted, undispatched, found);
    return new DispatchedPortfolio(sites, failed, report);
  }

  private static DispatchedSite unmoved(Bidder bidder) {
    return new DispatchedSite(bidder.problem(), bidder.undispatched(), DispatchedSite.Part.UNMOVED);
  }

  private DispatchReport report(
      List<Bidder> bidders,
      List<DispatchedSite> sites,
      Wanted wanted,
      PowerCurve undispatched,
      Optional<PriceSearch.Found> found) {
    double cost = sites.stream().mapToDouble(s -> s.plan().cost().total()).sum();
    double before = bidders.stream().mapToDouble(b -> b.undispatched().cost().total()).sum();
    DispatchReport unproven =
        new DispatchReport(
            dispatch.wanted(undispatched),
            dispatch.tolerance(),
            sum(bidders, sites.stream().map(DispatchedSite::plan).toList()),
            undispatched,
            prices(found.map(PriceSearch.Found::prices).orElse(new double[wanted.steps()])),
            cost,
            before,
            OptionalDouble.empty(),
            found.map(PriceSearch.Found::rounds).orElse(0),
            found.map(PriceSearch.Found::status).orElse("the coordinator's program had no answer"),
            deadline.elapsed());
    return found
        .map(f -> f.proof().boundFor(unproven.deviation()))
        .map(unproven::with)
        .orElse(unproven);
  }

  private static List<EnergyPrice> prices(double[] perKilowattHour) {
    return Arrays.stream(perKilowattHour).mapToObj(EnergyPrice::ofKilowattHour).toList();
  }

  /** What sites take together when they follow some plans, over the dispatch's grid. */
  private PowerCurve sum(List<Bidder> bidders, List<Plan> plans) {
    double[] watts = new double[dispatch.grid().size()];
    for (int i = 0; i < plans.size(); i++) {
      double[] kilowatts = bidders.get(i).window().meanKw(plans.get(i).gridPower());
      for (int step = 0; step < watts.length; step++) {
        watts[step] += kilowatts[step] * 1000;
      }
    }
    return PowerCurve.ofWatts(dispatch.grid(), watts);
  }
}
