package energy.setpoint.optimizer.goal;

import energy.setpoint.optimizer.linear.Bounds;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.ReducedCosts;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.FairShare;
import energy.setpoint.optimizer.model.GoalProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * One goal after the other in the same program. By complementary slackness the best solutions for a
 * goal are exactly those in which every column with a reduced cost and every row with a price stays
 * at its bound; so these are held there, and the next goal chooses among what is left. No goal is
 * turned into a row, and nothing is weighed against anything.
 */
final class Search {

  /** Shares of the largest cost; a solver's tolerance lies below it. */
  private static final double COSTS_NOTHING = 1e-6;

  /** A usual price: where costs reach beyond it, a small difference of prices still counts. */
  private static final double USUAL_COST = 1000;

  /** Kilowatts or kilowatt-hours within which a value lies at its bound. */
  private static final double AT_BOUND = 1e-7;

  /** What a later goal may cost an earlier one by rounding: absolute and as a share. */
  private static final double DRIFT = 1e-5;

  private static final int MOST_ROUNDS = 12;

  /** What a share may be above what it was found to be, so that it can be found again. */
  private static final double ROUNDING = 1e-7;

  private final LinearModel model;
  private final GoalProgram planning;
  private final Attempt attempt;
  private final Deadline deadline;
  private final Bounds bounds;
  private Outcome.Optimal best;
  private boolean complete = true;

  Search(GoalProgram planning, Attempt attempt, Deadline deadline, Outcome.Optimal first) {
    this.planning = planning;
    model = planning.linear();
    this.attempt = attempt;
    this.deadline = deadline;
    bounds = Bounds.of(model);
    best = first;
  }

  /** Whether every search so far came to an end. */
  boolean isComplete() {
    return complete;
  }

  /** What one more on the right side of each row adds to the last objective. */
  double[] prices() {
    return best.prices();
  }

  /** A bound of an objective by the prices of the last search, inside what it was confined to. */
  double boundOf(Terms objective) {
    return new ReducedCosts(model, objective, best.prices()).bound(bounds);
  }

  /**
   * Confines the program to what is best for the last goal and searches for the next. When that
   * fails, the last values stay.
   */
  double[] next(Terms last, Terms next) {
    if (!complete || next.isEmpty()) {
      return best.values();
    }
    double reached = last.at(best.values());
    confine(last);
    switch (attempt.minimise(next, deadline)) {
      case Outcome.Optimal better -> {
        if (last.at(better.values()) > reached + DRIFT * (1 + Math.abs(reached))) {
          complete = false;
        } else {
          best = better;
        }
      }
      case Outcome.Feasible ignored -> complete = false;
      case Outcome.Failed ignored -> complete = false;
    }
    return best.values();
  }

  private void confine(Terms goal) {
    ReducedCosts costs = new ReducedCosts(model, goal, best.prices());
    double nothing = COSTS_NOTHING * Math.clamp(largest(goal), 1, USUAL_COST);
    for (int column = 0; column < model.columns(); column++) {
      double cost = costs.of(column);
      double value = best.values()[column];
      if (cost > nothing && value <= bounds.lower(column) + AT_BOUND) {
        hold(column, bounds.lower(column));
      } else if (cost < -nothing && value >= bounds.upper(column) - AT_BOUND) {
        hold(column, bounds.upper(column));
      }
    }
    for (int row = 0; row < model.rows(); row++) {
      double price = best.prices()[row];
      double held = price > 0 ? bounds.rowLower(row) : bounds.rowUpper(row);
      boolean at = Math.abs(model.activity(row, best.values()) - held) <= AT_BOUND;
      if (Math.abs(price) > nothing && at && bounds.rowLower(row) < bounds.rowUpper(row)) {
        bounds.row(row, held, held);
        attempt.boundRow(row, held, held);
      }
    }
  }

  private void hold(int column, double value) {
    if (bounds.lower(column) < bounds.upper(column)) {
      bounds.column(column, value, value);
      attempt.bound(column, value, value);
    }
  }

  private static double largest(Terms goal) {
    double largest = 0;
    for (int i = 0; i < goal.size(); i++) {
      largest = Math.max(largest, Math.abs(goal.factor(i)));
    }
    return largest;
  }

  /**
   * The largest share that anybody misses becomes as small as it can; then those whose share cannot
   * be smaller are held there, and the largest share of the others becomes small; and so on.
   */
  void shareFairly(Terms last, Terms share) {
    double[] values = next(last, share);
    int common = share.column(0);
    List<FairShare> open = new ArrayList<>(planning.fairShares());
    for (int round = 0; round < MOST_ROUNDS && complete && values[common] > 1e-6; round++) {
      double reached = values[common];
      List<FairShare> stuck = open.stream().filter(f -> best.prices()[f.row()] < -1e-9).toList();
      if (stuck.isEmpty()) {
        break;
      }
      for (FairShare one : stuck) {
        lower(one.missing().index(), (reached + ROUNDING) * one.lacksKwh());
        free(one.row());
      }
      open.removeAll(stuck);
      values = open.isEmpty() ? values : again(share);
    }
    lower(common, values[common]);
  }

  private double[] again(Terms share) {
    switch (attempt.minimise(share, deadline)) {
      case Outcome.Optimal better -> best = better;
      case Outcome.Feasible ignored -> complete = false;
      case Outcome.Failed ignored -> complete = false;
    }
    return best.values();
  }

  /** Lowers an upper bound, but never below what an earlier goal holds the column at. */
  private void lower(int column, double upper) {
    double lowest = bounds.lower(column);
    double highest = Math.clamp(upper, lowest, bounds.upper(column));
    bounds.column(column, lowest, highest);
    attempt.bound(column, lowest, highest);
  }

  private void free(int row) {
    bounds.row(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    attempt.boundRow(row, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }
}
