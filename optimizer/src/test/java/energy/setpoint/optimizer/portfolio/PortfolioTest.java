package energy.setpoint.optimizer.portfolio;

import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.portfolio.SiteOutcome;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PortfolioTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);

  @Test
  void plansAHundredSitesAsEachWouldBePlannedAlone() {
    List<PlanningProblem> problems =
        LongStream.range(0, 100).mapToObj(RandomProblems::ofSeed).toList();

    List<SiteOutcome> outcomes = portfolio(Optimizers.linearWithFallback()).plan(problems, PLENTY);

    assertThat(outcomes).hasSize(100);
    for (int i = 0; i < 100; i++) {
      PlanningProblem problem = problems.get(i);
      assertThat(outcomes.get(i))
          .isInstanceOfSatisfying(
              SiteOutcome.Planned.class,
              planned -> {
                var alone = Optimizers.linearWithFallback().plan(problem, PLENTY);
                assertThat(planned.plan().vehicles()).isEqualTo(alone.vehicles());
              });
    }
  }

  @Test
  void aSiteThatFailsDoesNotSinkTheOthers() {
    List<PlanningProblem> problems = List.of(site("a"), site("broken"), site("c"));

    List<SiteOutcome> outcomes =
        portfolio(
                (problem, budget) -> {
                  if (problem.vehicles().getFirst().session().value().equals("broken")) {
                    throw new IllegalStateException("no such meter");
                  }
                  return Optimizers.deadlineFirst().plan(problem, budget);
                })
            .plan(problems, PLENTY);

    assertThat(outcomes.get(0)).isInstanceOf(SiteOutcome.Planned.class);
    assertThat(outcomes.get(2)).isInstanceOf(SiteOutcome.Planned.class);
    assertThat(outcomes.get(1))
        .isInstanceOfSatisfying(
            SiteOutcome.NotPlanned.class, n -> assertThat(n.reason()).contains("no such meter"));
  }

  @Test
  void dividesTheTimeAmongTheSitesThatWait() {
    List<Duration> budgets = Collections.synchronizedList(new ArrayList<>());
    PlanOptimizer quick =
        (problem, budget) -> {
          budgets.add(budget);
          return Optimizers.deadlineFirst().plan(problem, budget);
        };

    new Portfolio(quick, OrToolsSolver.glop(), 2)
        .plan(Collections.nCopies(10, site("a")), Duration.ofSeconds(1000));

    assertThat(budgets.getFirst()).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(200));
    assertThat(budgets.getLast()).isBetween(Duration.ofSeconds(900), Duration.ofSeconds(1000));
  }

  @Test
  void neverPlansMoreSitesAtOnceThanItHasWorkers() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    PlanOptimizer counting =
        (problem, budget) -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          var plan = Optimizers.deadlineFirst().plan(problem, budget);
          now.decrementAndGet();
          return plan;
        };

    new Portfolio(counting, OrToolsSolver.glop(), 3)
        .plan(Collections.nCopies(200, site("a")), PLENTY);

    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void tellsHowFarItIsEvenToAListenerThatFails() {
    List<Integer> heard = new ArrayList<>();

    portfolio(Optimizers.deadlineFirst())
        .start(
            Collections.nCopies(5, site("a")),
            PLENTY,
            (outcome, done, all) -> {
              heard.add(done * 10 + all);
              throw new IllegalStateException("deaf");
            })
        .await();

    assertThat(heard).containsExactly(15, 25, 35, 45, 55);
  }

  @Test
  void whatIsNotPlannedWhenItIsCancelledSaysSo() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    PlanOptimizer endless =
        (problem, budget) -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return Optimizers.deadlineFirst().plan(problem, budget);
        };
    PortfolioRun run =
        new Portfolio(endless, OrToolsSolver.glop(), 1)
            .start(List.of(site("a"), site("b")), PLENTY, Progress.SILENT);

    begun.await();
    run.cancel();

    assertThat(run.await().get(0)).isInstanceOf(SiteOutcome.Planned.class);
    assertThat(run.await().get(1))
        .isInstanceOfSatisfying(
            SiteOutcome.NotPlanned.class, n -> assertThat(n.reason()).contains("cancelled"));
  }

  @Test
  void anEmptyPortfolioIsDoneAtOnce() {
    assertThat(portfolio(Optimizers.deadlineFirst()).plan(List.of(), PLENTY)).isEmpty();
  }

  private static Portfolio portfolio(PlanOptimizer optimizer) {
    return new Portfolio(optimizer);
  }

  private static PlanningProblem site(String vehicle) {
    return hours(4).with(aVehicle(vehicle).connected(0, 4).holding(0).wanting(11)).build();
  }
}
