package energy.setpoint.optimizer.ortools;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.LinearSolver.Attempt;
import energy.setpoint.optimizer.linear.LinearSolver.Outcome;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Native code never runs without a limit: 0 seconds mean "as long as you like" to some of it. */
class NoTimeLeftTest {

  static Stream<LinearSolver> allSolvers() {
    return Stream.of(OrToolsSolver.glop(), OrToolsSolver.highs(), new ScipSolver());
  }

  @ParameterizedTest
  @MethodSource("allSolvers")
  void doesNotBeginWhenTheDeadlineIsOver(LinearSolver solver) {
    LinearModel model = new LinearModel();
    Terms sum = marketSplit(model);
    try (Attempt attempt = solver.open(model)) {
      Outcome outcome = attempt.minimise(sum, Deadline.in(Duration.ZERO));

      assertThat(outcome).isInstanceOf(Outcome.Failed.class);
      assertThat(outcome.toString()).contains("had no time left");
    }
  }

  @Test
  void aSearchWithWholeNumbersEndsAtItsDeadline() {
    LinearModel model = new LinearModel();
    Terms sum = marketSplit(model);
    try (Attempt attempt = new ScipSolver().open(model)) {
      Outcome outcome = attempt.minimise(sum, Deadline.in(Duration.ofSeconds(1)));

      assertThat(outcome).as("would take hours").isNotInstanceOf(Outcome.Optimal.class);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Feasible.class, some -> assertThat(some.bound()).isLessThan(1));
    }
  }

  @Test
  void aSearchWithWholeNumbersEndsWhenItIsCancelled() throws Exception {
    LinearModel model = new LinearModel();
    Terms sum = marketSplit(model);
    Deadline hours = Deadline.in(Duration.ofHours(5));
    try (Attempt attempt = new ScipSolver().open(model);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Outcome> search = threads.submit(() -> attempt.minimise(sum, hours));
      threads.submit(() -> {
        Thread.sleep(300);
        hours.cancel();
        return true;
      });

      assertThat(search.get(5, TimeUnit.MINUTES)).isNotInstanceOf(Outcome.Optimal.class);
    }
  }

  @Test
  void aSearchThatIsCancelledBeforeItBeginsEndsToo() {
    LinearModel model = new LinearModel();
    Terms sum = marketSplit(model);
    for (int i = 0; i < 20; i++) {
      Deadline hours = Deadline.in(Duration.ofHours(5));
      try (Attempt attempt = new ScipSolver().open(model)) {
        Thread.ofVirtual().start(hours::cancel);

        assertThat(attempt.minimise(sum, hours)).isNotInstanceOf(Outcome.Optimal.class);
      }
    }
  }

  /**
   * Splits of markets among two sellers (Cornuejols and Dawande 1998): of six rows over fifty
   * choices no branch and bound comes to an end soon.
   *
   * @return how far the split is off
   */
  private static Terms marketSplit(LinearModel model) {
    Random random = new Random(1);
    Variable[] choices = new Variable[50];
    for (int i = 0; i < choices.length; i++) {
      choices[i] = model.binary("sells", "", i);
    }
    Terms off = new Terms();
    for (int row = 0; row < 6; row++) {
      Variable above = model.variable("above", "", row, 0, 1e6);
      Variable below = model.variable("below", "", row, 0, 1e6);
      Terms split = new Terms().plus(above, -1).plus(below, 1);
      int all = 0;
      for (Variable choice : choices) {
        int share = random.nextInt(100);
        split.plus(choice, share);
        all += share;
      }
      model.equal("split", row, split, all / 2.0);
      off.plus(above).plus(below);
    }
    return off;
  }
}
