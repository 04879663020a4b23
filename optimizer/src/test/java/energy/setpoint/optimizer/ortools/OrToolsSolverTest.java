package energy.setpoint.optimizer.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrToolsSolverTest {

  private static final Deadline PLENTY = Deadline.in(Duration.ofMinutes(5));

  private final OrToolsSolver solver = OrToolsSolver.glop();
  private final LinearModel model = new LinearModel();
  private final Variable x = model.variable("x", 0, 10);
  private final Variable y = model.variable("y", 0, 10);

  OrToolsSolverTest() {
    model.atLeast("enough", -1, new Terms().plus(x).plus(y), 12);
  }

  @Test
  void findsTheLeastOfAnObjective() {
    try (Attempt attempt = solver.open(model)) {
      Outcome outcome = attempt.minimise(new Terms().plus(x, 1).plus(y, 3), PLENTY);

      assertThat(valuesOf(outcome)).containsExactly(new double[] {10, 2}, within(1e-6));
    }
  }

  @Test
  void keepsBoundsThatMoveBetweenSearches() {
    try (Attempt attempt = solver.open(model)) {
      attempt.minimise(Terms.of(x, 1), PLENTY);
      attempt.bound(y.index(), 0, 5);
      Outcome outcome = attempt.minimise(Terms.of(x, 1), PLENTY);

      assertThat(valuesOf(outcome)).containsExactly(new double[] {7, 5}, within(1e-6));
    }
  }

  @Test
  void keepsRowsWhoseBoundsMoveBetweenSearches() {
    try (Attempt attempt = solver.open(model)) {
      attempt.minimise(Terms.of(x, 1), PLENTY);
      attempt.boundRow(0, 15, 15);
      Outcome outcome = attempt.minimise(Terms.of(x, 1), PLENTY);

      assertThat(valuesOf(outcome)).containsExactly(new double[] {5, 10}, within(1e-6));
    }
  }

  @Test
  void pricesEveryRowAndProvesItsAnswer() {
    try (Attempt attempt = solver.open(model)) {
      Outcome outcome = attempt.minimise(new Terms().plus(x, 1).plus(y, 3), PLENTY);

      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Optimal.class,
              best -> {
                assertThat(best.prices()).containsExactly(new double[] {3}, within(1e-9));
                assertThat(best.bound()).isEqualTo(16, within(1e-9));
              });
    }
  }

  @Test
  void saysThatThereIsNoSolution() {
    LinearModel impossible = new LinearModel();
    Variable z = impossible.variable("z", 0, 1);
    impossible.atLeast("too much", -1, Terms.of(z, 1), 2);

    try (Attempt attempt = solver.open(impossible)) {
      Outcome outcome = attempt.minimise(Terms.of(z, 1), PLENTY);

      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(outcome.toString()).contains("INFEASIBLE");
    }
  }

  @Test
  void solvesInManyThreadsAtOnce() throws Exception {
    Callable<double[]> search =
        () -> {
          try (Attempt attempt = solver.open(model)) {
            return valuesOf(attempt.minimise(new Terms().plus(x, 1).plus(y, 3), PLENTY));
          }
        };

    try (var threads = Executors.newFixedThreadPool(8)) {
      List<Callable<double[]>> many = IntStream.range(0, 200).mapToObj(i -> search).toList();

      for (var found : threads.invokeAll(many)) {
        assertThat(found.get()).containsExactly(new double[] {10, 2}, within(1e-6));
      }
    }
  }

  private static double[] valuesOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Optimal optimal -> optimal.values();
      case Outcome.Feasible ignored -> throw new AssertionError("not proven");
      case Outcome.Failed(String reason) -> throw new AssertionError(reason);
    };
  }
}
