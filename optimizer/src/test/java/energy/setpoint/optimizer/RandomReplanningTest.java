package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.optimizer.goal.Amounts;
import energy.setpoint.optimizer.goal.GoalsInOrder;
import energy.setpoint.optimizer.goal.GoalsInOrder.Answer;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import energy.setpoint.optimizer.replan.RecentPrices;
import energy.setpoint.optimizer.replan.Replanning;
import energy.setpoint.optimizer.search.LinearPlanner;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whatever the problem: what old prices prove holds, and what is found near the plan is as good.
 */
class RandomReplanningTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 300) / 3;

  private static final double CLOSE = 1e-4;

  private static final double ROUNDING = 1e-8;

  private static final AtomicInteger found = new AtomicInteger();

  private final OrToolsSolver glop = OrToolsSolver.glop();
  private final GoalsInOrder goals = new GoalsInOrder(glop);

  @TestFactory
  Stream<DynamicTest> anAnswerNearThePlanInForceIsAsGoodAsASearchFromNothing() {
    return LongStream.range(50_000, 50_000 + PROBLEMS)
        .mapToObj(seed ->
            DynamicTest.dynamicTest("seed " + seed, () -> check(RandomProblems.ofSeed(seed))));
  }

  private void check(PlanningProblem problem) {
    PlanningModel before = model(problem);
    Plan inForce = Optimizers.linearWithFallback().plan(problem, Duration.ofMinutes(1));
    PlanningProblem changed = oneNeedsLess(problem).toDraft().inForce(inForce).build();
    PlanningModel now = model(changed);
    if (goals.together(before, plenty()) instanceof Answer.Found learned
        && goals.together(now, plenty()) instanceof Answer.Found best) {
      near(now, inForce, before, learned).ifPresent(answer -> assertIsAsGood(now, answer, best));
    }
  }

  private Optional<Answer.Found> near(
      PlanningModel now, Plan inForce, PlanningModel before, Answer.Found learned) {
    RecentPrices recent = new RecentPrices();
    recent.remember(inForce.id(), before, learned.prices().orElseThrow());
    return new Replanning(
            glop, now, recent.find(inForce.id()).orElseThrow(), RandomReplanningTest::closeTo)
        .from(inForce, plenty());
  }

  private static void assertIsAsGood(PlanningModel now, Answer.Found answer, Answer.Found best) {
    found.incrementAndGet();
    double least = cost(now, best);
    assertThat(answer.bound()).isLessThanOrEqualTo(least + ROUNDING * (1 + Math.abs(least)));
    assertThat(cost(now, answer)).isCloseTo(least, within(closeTo(least) + 1e-6));
    assertThat(Amounts.of(now, answer.values()))
        .containsExactly(Amounts.of(now, best.values()), within(1e-4));
  }

  private static double closeTo(double cost) {
    return 1e-3 + CLOSE * Math.abs(cost);
  }

  private static double cost(PlanningModel model, Answer.Found answer) {
    return model.goal(Goal.SAVE_MONEY).at(answer.values()) + model.fixedMoney();
  }

  private static PlanningModel model(PlanningProblem problem) {
    return PlanningModel.of(problem, Rulings.RELAXED, LinearPlanner.FAMILIES, LinearPlanner.TERMS);
  }

  private static Deadline plenty() {
    return Deadline.in(Duration.ofMinutes(1));
  }

  /** The first vehicle came with a twentieth less to be filled. */
  private static PlanningProblem oneNeedsLess(PlanningProblem problem) {
    List<VehicleDemand> vehicles = new ArrayList<>(problem.vehicles());
    if (!vehicles.isEmpty()) {
      VehicleDemand first = vehicles.getFirst();
      Energy stored = first.stored().plus(new Energy(first.missing().wattHours() * 0.05));
      vehicles.set(0, withStored(first, stored));
    }
    return problem.toDraft().vehicles(vehicles).build();
  }

  private static VehicleDemand withStored(VehicleDemand one, Energy stored) {
    return new VehicleDemand(
        one.session(),
        one.evse(),
        one.circuit(),
        one.phases(),
        one.connected(),
        stored,
        one.capacity(),
        one.target(),
        one.minimumAtDeparture(),
        one.floor(),
        one.maxCharge(),
        one.maxDischarge(),
        one.chargeEfficiency(),
        one.dischargeEfficiency(),
        one.weight(),
        one.essential(),
        one.latePrice(),
        one.wear(),
        one.traits(),
        one.expected());
  }

  @AfterAll
  static void findsMany() {
    assertThat(found.get()).isGreaterThan(PROBLEMS / 5);
  }
}
