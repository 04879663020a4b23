package energy.setpoint.optimizer;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.Terms;
import java.time.Duration;

/** A solver that does what a test says. */
record FakeSolver(Search search) implements LinearSolver {

  /** One search. */
  interface Search {
    Outcome minimise(Terms objective, Duration limit) throws InterruptedException;
  }

  @Override
  public String name() {
    return "fake";
  }

  @Override
  public Attempt open(LinearModel model) {
    return new Attempt() {
      @Override
      public Outcome minimise(Terms objective, Duration limit) {
        try {
          return search.minimise(objective, limit);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return new Outcome.Failed("interrupted");
        }
      }

      @Override
      public void atMost(String name, Terms terms, double upper) {}

      @Override
      public void close() {}
    };
  }
}
