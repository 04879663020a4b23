package energy.setpoint.optimizer.portfolio;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Proposals of all sites, mixed so that they meet a wanted power at least cost. Maths: {@code
 * docs/optimizer/portfolio.md}.
 *
 * @param blends one for each site, in order
 * @param prices what is added to the price of a kilowatt-hour in each step of the dispatch, so that
 *     each site wants its part of the mix
 * @param cost of the mix at the sites' own prices
 * @param deviationKwh outside the tolerance
 */
record Mix(List<Blend> blends, double[] prices, double cost, double deviationKwh) {

  /**
   * The cheapest mix; empty when the solver has no answer.
   *
   * @param penalty what a kilowatt-hour outside the tolerance counts, in currency
   */
  static Optional<Mix> of(
      LinearSolver solver, List<Bidder> bidders, Wanted wanted, double penalty, Deadline deadline) {
    try {
      return new Program(bidders, wanted, penalty).solve(solver, deadline);
    } catch (SolverUnavailable e) {
      return Optional.empty();
    }
  }

  /** What the coordinator counts for a plan that is priced. */
  double objective(double penalty) {
    return cost + penalty * deviationKwh;
  }

  /** The linear program of the coordinator. */
  private static final class Program {

    private final LinearModel model = new LinearModel();
    private final Terms money = new Terms();
    private final Terms deviation = new Terms();
    private final List<List<Variable>> columns = new ArrayList<>();
    private final List<Bidder> bidders;
    private final Wanted wanted;
    private final double penalty;
    private final int firstStep;

    Program(List<Bidder> bidders, Wanted wanted, double penalty) {
      this.bidders = bidders;
      this.wanted = wanted;
      this.penalty = penalty;
      Terms[] power = new Terms[wanted.steps()];
      Arrays.setAll(power, step -> new Terms());
      for (int site = 0; site < bidders.size(); site++) {
        addSite(site, power);
      }
      firstStep = model.rows();
      for (int step = 0; step < power.length; step++) {
        addStep(step, power[step]);
      }
    }

    private void addSite(int site, Terms[] power) {
      List<Variable> ofSite = new ArrayList<>();
      Terms sum = new Terms();
      for (Proposal proposal : bidders.get(site).proposals()) {
        Variable weight = model.variable("weight", "site " + site, ofSite.size(), 0, 1);
        ofSite.add(weight);
        sum.plus(weight);
        money.plus(weight, proposal.cost());
        for (int step = 0; step < power.length; step++) {
          power[step].plus(weight, proposal.meanKw()[step]);
        }
      }
      columns.add(ofSite);
      model.equal("site " + site, -1, sum, 1);
    }

    private void addStep(int step, Terms power) {
      Variable above = model.variable("above", "", step, 0, Double.POSITIVE_INFINITY);
      Variable below = model.variable("below", "", step, 0, Double.POSITIVE_INFINITY);
      deviation.plus(above, wanted.hours(step)).plus(below, wanted.hours(step));
      Terms row = power.plus(above, -1).plus(below, 1);
      model.row("wanted", step, wanted.leastKw(step), row, wanted.mostKw(step));
    }

    Optional<Mix> solve(LinearSolver solver, Deadline deadline) {
      Terms objective = new Terms().plus(money, 1).plus(deviation, penalty);
      try (LinearSolver.Attempt attempt = solver.open(model)) {
        return switch (attempt.minimise(objective, deadline)) {
          case LinearSolver.Outcome.Optimal(double[] values, double[] duals, double ignored) ->
              Optional.of(read(values, duals));
          case LinearSolver.Outcome.Feasible ignored -> Optional.empty();
          case LinearSolver.Outcome.Failed ignored -> Optional.empty();
        };
      }
    }

    private Mix read(double[] values, double[] duals) {
      double[] prices = new double[wanted.steps()];
      Arrays.setAll(prices, step -> -duals[firstStep + step] / wanted.hours(step));
      List<Blend> blends = new ArrayList<>();
      for (int site = 0; site < columns.size(); site++) {
        double[] weights = weights(columns.get(site), values);
        blends.add(new Blend(List.copyOf(bidders.get(site).proposals()), weights));
      }
      return new Mix(blends, prices, money.at(values), deviation.at(values));
    }

    private static double[] weights(List<Variable> site, double[] values) {
      double[] weights = site.stream().mapToDouble(w -> Math.max(0, values[w.index()])).toArray();
      double sum = Arrays.stream(weights).sum();
      return Arrays.stream(weights).map(w -> w / sum).toArray();
    }
  }
}
