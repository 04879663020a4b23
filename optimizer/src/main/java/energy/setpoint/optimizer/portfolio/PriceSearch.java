package energy.setpoint.optimizer.portfolio;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearSolver;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Looks for prices at which the sites together want what is wanted: the coordinator mixes what was
 * proposed so far, the mix has prices, the sites answer them with new proposals (Dantzig and Wolfe
 * 1960). Prices are asked halfway between those of the mix and the best so far, which keeps them
 * from jumping (Wentges 1997). Maths: {@code docs/optimizer/portfolio.md}.
 */
final class PriceSearch {

  /** Shares of the cost that are not worth another round. */
  private static final double CLOSE = 1e-4;

  /** Kilowatt-hours outside the tolerance that are rounding. */
  private static final double NOISE_KWH = 1e-4;

  private static final double RAISE = 10;
  private static final int MOST_ROUNDS = 500;

  /** Rounds' worth of time that is kept for planning the shares. */
  private static final int KEPT_ROUNDS = 2;

  private final Portfolio portfolio;
  private final LinearSolver mixer;
  private final List<Bidder> bidders;
  private final Wanted wanted;
  private final Deadline deadline;
  private double penalty;
  private final double highestPenalty;
  private double[] center;
  private double estimate = Double.NEGATIVE_INFINITY;
  private Proof proof;
  private boolean smooth = true;
  private int rounds;
  private Duration longest = Duration.ZERO;

  /**
   * What certain prices prove.
   *
   * @param bound no plans that meet what is wanted cost less; minus infinity when nothing is proven
   * @param highestPrice the largest magnitude of the prices: so much less may plans cost for each
   *     kilowatt-hour outside the tolerance
   */
  record Proof(double bound, double highestPrice) {

    /** What no plans cost less than that come as close to what is wanted. */
    OptionalDouble boundFor(Energy deviation) {
      double worst = bound - highestPrice * deviation.kilowattHours();
      return Double.isFinite(worst) ? OptionalDouble.of(worst) : OptionalDouble.empty();
    }
  }

  /**
   * Where it ended.
   *
   * @param prices the best that were asked
   * @param penalty for a kilowatt-hour outside the tolerance
   * @param status for people
   */
  record Found(Mix mix, double[] prices, double penalty, Proof proof, int rounds, String status) {}

  PriceSearch(
      Portfolio portfolio,
      LinearSolver mixer,
      List<Bidder> bidders,
      Wanted wanted,
      Deadline deadline) {
    this.portfolio = portfolio;
    this.mixer = mixer;
    this.bidders = bidders;
    this.wanted = wanted;
    this.deadline = deadline;
    penalty = bidders.stream().mapToDouble(b -> Worth.ofEnergy(b.problem())).max().orElse(1);
    highestPenalty =
        bidders.stream().mapToDouble(b -> Worth.ofEnergyAndPeak(b.problem())).max().orElse(1);
    center = new double[wanted.steps()];
    proof = new Proof(Double.NEGATIVE_INFINITY, 0);
    learn(center, bidders.stream().map(Bidder::undispatched).toList());
  }

  /** The best mix that time allows; empty when there is none at all. */
  Optional<Found> search() {
    Optional<Mix> mixed = mix();
    if (mixed.isEmpty()) {
      return Optional.empty();
    }
    Mix mix = mixed.get();
    Optional<String> end = whetherToEnd(mix);
    while (end.isEmpty()) {
      boolean wasSmooth = smooth;
      smooth = ask(asked(mix), mix);
      boolean stuck = !smooth && !wasSmooth && !raisePenalty(mix);
      mix = mix().orElse(mix);
      end = stuck ? Optional.of("no site had a better proposal") : whetherToEnd(mix);
    }
    return Optional.of(new Found(mix, center, penalty, proof, rounds, end.get()));
  }

  private Optional<Mix> mix() {
    return Mix.of(mixer, bidders, wanted, penalty, deadline);
  }

  private Optional<String> whetherToEnd(Mix mix) {
    if (isClose(mix) && !raisePenalty(mix)) {
      return Optional.of("no better plans exist, within " + CLOSE * 100 + " %");
    }
    Duration forShares = longest.multipliedBy(KEPT_ROUNDS);
    boolean timeIsShort = deadline.remaining().compareTo(forShares.plus(longest)) <= 0;
    if (timeIsShort || Thread.currentThread().isInterrupted() || rounds == MOST_ROUNDS) {
      return Optional.of("the search for prices was not over when it ended");
    }
    return Optional.empty();
  }

  private boolean isClose(Mix mix) {
    return mix.objective(penalty) - estimate <= CLOSE * Math.abs(mix.cost()) + 1e-6;
  }

  /** A larger penalty, while a deviation is left and could be worth it. */
  private boolean raisePenalty(Mix mix) {
    if (mix.deviationKwh() <= NOISE_KWH || penalty >= highestPenalty) {
      return false;
    }
    penalty = Math.min(penalty * RAISE, highestPenalty);
    smooth = true;
    return true;
  }

  private double[] asked(Mix mix) {
    double[] prices = mix.prices().clone();
    for (int step = 0; step < prices.length && smooth; step++) {
      prices[step] = (prices[step] + center[step]) / 2;
    }
    return prices;
  }

  /** Has all sites answer prices; whether any answer is better for the mix. */
  private boolean ask(double[] prices, Mix mix) {
    Deadline clock = Deadline.in(Duration.ofDays(1));
    List<PlanningProblem> priced = bidders.stream().map(bidder -> bidder.at(prices)).toList();
    Duration budget = deadline.remaining().minus(longest.multipliedBy(KEPT_ROUNDS));
    List<SiteOutcome> outcomes = portfolio.plan(priced, budget);
    boolean better = false;
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof SiteOutcome.Planned(Plan plan)) {
        better |= improves(bidders.get(i), plan, mix.prices());
      }
    }
    if (outcomes.stream().allMatch(SiteOutcome.Planned.class::isInstance)) {
      learn(prices, outcomes.stream().map(o -> ((SiteOutcome.Planned) o).plan()).toList());
    }
    rounds++;
    longest = longest.compareTo(clock.elapsed()) > 0 ? longest : clock.elapsed();
    return better;
  }

  private boolean improves(Bidder bidder, Plan plan, double[] prices) {
    double[] perKilowatt = perKilowatt(prices);
    double before =
        bidder.proposals().stream().mapToDouble(p -> p.costAt(perKilowatt)).min().orElseThrow();
    double now = bidder.consider(plan).costAt(perKilowatt);
    return now < before - 1e-6 * (1 + Math.abs(before));
  }

  private double[] perKilowatt(double[] prices) {
    double[] perKilowatt = new double[prices.length];
    Arrays.setAll(perKilowatt, step -> prices[step] * wanted.hours(step));
    return perKilowatt;
  }

  /** Draws from the answers to some prices what no plans can cost less than. */
  private void learn(double[] prices, List<Plan> answers) {
    double paid = wanted.mostPaid(prices);
    double costs = 0;
    double bounds = 0;
    for (Plan answer : answers) {
      costs += answer.cost().total();
      bounds +=
          Bidder.proves(answer) ? answer.report().bound().orElseThrow() : Double.NEGATIVE_INFINITY;
    }
    if (costs - paid > estimate) {
      estimate = costs - paid;
      center = prices.clone();
    }
    if (bounds - paid > proof.bound()) {
      double highest = Arrays.stream(prices).map(Math::abs).max().orElse(0);
      proof = new Proof(bounds - paid, highest);
    }
  }
}
