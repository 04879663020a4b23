package energy.setpoint.optimizer;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.SolverUnavailable;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** There is always an answer, and it says where it comes from. */
class FallbackTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);

  private final PlanningProblem problem =
      hours(4).with(aVehicle("van").connected(0, 4).holding(0).wanting(11)).build();

  @Test
  void answersWithoutTheSolverWhenThereIsNoTime() {
    Plan plan = Optimizers.linearWithFallback().plan(problem, Duration.ZERO);

    assertAnsweredByHeuristic(plan, "there was no time for the solver");
  }

  @Test
  void answersAtTheDeadlineWhenTheSolverIsLate() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    LinearSolver stuck =
        new FakeSolver((model, objective, deadline) -> {
          never.await();
          return new LinearSolver.Outcome.Failed("woken");
        });

    Plan plan = Optimizers.linearWithFallback(stuck).plan(problem, Duration.ofMillis(50));

    never.countDown();
    assertAnsweredByHeuristic(plan, "the solver was late");
  }

  @Test
  void answersAtOnceWhenTheCallerIsInterruptedAndStopsTheSolver() throws InterruptedException {
    CountDownLatch searching = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    LinearSolver endless =
        new FakeSolver((model, objective, deadline) -> {
          try (Deadline.Watch _ = deadline.watch(stopped::countDown)) {
            searching.countDown();
            stopped.await();
          }
          return new LinearSolver.Outcome.Failed("cancelled");
        });
    AtomicReference<Plan> answer = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .start(() -> answer.set(Optimizers.linearWithFallback(endless).plan(problem, PLENTY)));
    searching.await();

    caller.interrupt();

    caller.join();
    assertThat(stopped.await(1, TimeUnit.MINUTES)).isTrue();
    assertAnsweredByHeuristic(answer.get(), "the wait for the solver was interrupted");
  }

  @Test
  void answersWithoutTheNativeLibrary() {
    LinearSolver missing =
        new LinearSolver() {
          @Override
          public String name() {
            return "missing";
          }

          @Override
          public Attempt open(LinearModel model) {
            throw new SolverUnavailable("no jniortools in java.library.path");
          }
        };

    Plan plan = Optimizers.linearWithFallback(missing).plan(problem, PLENTY);

    assertAnsweredByHeuristic(plan, "no jniortools in java.library.path");
  }

  @Test
  void answersWhenTheSolverFails() {
    LinearSolver failing =
        new FakeSolver((model, objective, deadline) -> new LinearSolver.Outcome.Failed("ABNORMAL"));

    Plan plan = Optimizers.linearWithFallback(failing).plan(problem, PLENTY);

    assertAnsweredByHeuristic(plan, "ABNORMAL");
  }

  @Test
  void answersWhenTheSolverThrows() {
    LinearSolver throwing =
        new FakeSolver((model, objective, deadline) -> {
          throw new UnsatisfiedLinkError("wrong version");
        });

    Plan plan = Optimizers.linearWithFallback(throwing).plan(problem, PLENTY);

    assertAnsweredByHeuristic(plan, "wrong version");
  }

  @Test
  void saysWithoutASolverTooWhichLimitStaysExceeded() {
    LinearSolver none =
        new FakeSolver((model, objective, deadline) -> new LinearSolver.Outcome.Failed("ABNORMAL"));
    PlanningProblem busy = hours(2).importLimitKw(5).loadKw("main", 7, 1).build();

    Plan plan = Optimizers.linearWithFallback(none).plan(busy, PLENTY);

    assertThat(plan.report().reason())
        .hasValueSatisfying(reason ->
            assertThat(reason)
                .contains("ABNORMAL", "; the import limit is exceeded by up to 2.0 kW in 1 step"));
  }

  @Test
  void doesNotBelieveASolverWhosePlanBreaksALimit() {
    double[] everythingOne = new double[10_000];
    Arrays.fill(everythingOne, 1);
    LinearSolver lying =
        new FakeSolver((model, objective, deadline) ->
            new LinearSolver.Outcome.Optimal(everythingOne, new double[model.rows()], 0));
    PlanningProblem nothingAllowed =
        hours(1).importLimitKw(0).with(aVehicle("van").connected(0, 1)).build();

    Plan plan = Optimizers.linearWithFallback(lying).plan(nothingAllowed, PLENTY);

    assertThat(PlanCheck.violations(nothingAllowed, plan)).isEmpty();
    assertThat(plan.report().reason())
        .hasValueSatisfying(r -> assertThat(r).contains("The import limit is exceeded in step 0"));
  }

  private void assertAnsweredByHeuristic(Plan plan, String reason) {
    assertThat(plan.report().status()).isEqualTo(Status.HEURISTIC);
    assertThat(plan.report().method()).isEqualTo("deadline-first heuristic");
    assertThat(plan.report().reason()).hasValueSatisfying(r -> assertThat(r).contains(reason));
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    assertThat(plan.shortfalls()).isEmpty();
  }
}
