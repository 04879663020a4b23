package energy.setpoint.optimizer;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.Terms;

/** A solver that does what a test says. */
public record FakeSolver(Search search) implements LinearSolver {

  /** One search. */
  public interface Search {
    Outcome minimise(LinearModel model, Terms objective, Deadline deadline)
        throws InterruptedException;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Attempt open(LinearModel model) {
    return new Attempt() {
      @Override
      public Outcome minimise(Terms objective, Deadline deadline) {
        try {
          return search.minimise(model, objective, deadline);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return new Outcome.Failed("interrupted");
        }
      }

      @Override
      public void bound(int column, double lower, double upper) {}

      @Override
      public void boundRow(int row, double lower, double upper) {}

      @Override
      public String solver() {
        return name();
      }

      @Override
      public void close() {}
    };
  }
}
