package energy.setpoint.optimizer.why;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyDevice;
import energy.setpoint.core.plan.why.WhyStep;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.why.text.WhyText;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the problem: every step has one decider, and its prices agree with it. */
class RandomExplanationsTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 200);

  /** Per kilowatt-hour. */
  private static final double TOLERANCE = 1e-3;

  private static final AtomicInteger compared = new AtomicInteger();

  private static final AtomicInteger exact = new AtomicInteger();

  private static final Map<Decider, Integer> ANY = new EnumMap<>(Decider.class);

  private static final Map<Decider, Integer> COUNTS = new EnumMap<>(Decider.class);

  private final PlanOptimizer linear = Optimizers.linearWithFallback();

  @TestFactory
  Stream<DynamicTest> everyStepOfABestPlanIsExplained() {
    return LongStream.range(0, PROBLEMS)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> check(seed)));
  }

  /** Over all features: a taper, a step of power or an event tells less about prices. */
  @TestFactory
  Stream<DynamicTest> everyStepOfAnyPlanHasAReasonInWords() {
    return LongStream.range(0, PROBLEMS / 2)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> checkWords(seed)));
  }

  private void checkWords(long seed) {
    PlanningProblem problem = RandomProblems.ofSeed(seed);
    Plan plan = linear.plan(problem, Duration.ofMinutes(5));

    Explanation explanation = Explanations.of(problem, plan);

    WhyText text = new WhyText(problem.grid(), ZoneOffset.UTC);
    for (VehicleDemand vehicle : problem.vehicles()) {
      WhyDevice why = explanation.find(vehicle.session()).orElseThrow();
      assertThat(why.steps()).hasSize(problem.grid().size());
      why.steps().forEach(step -> ANY.merge(step.decider(), 1, Integer::sum));
      assertThat(text.of(why)).startsWith(vehicle.session().value()).endsWith(".\n");
    }
  }

  private void check(long seed) {
    PlanningProblem problem = RandomProblems.plainOfSeed(seed);
    Plan plan = linear.plan(problem, Duration.ofMinutes(5));

    Explanation explanation = Explanations.of(problem, plan);

    for (VehicleDemand vehicle : problem.vehicles()) {
      check(problem, explanation.find(vehicle.session()).orElseThrow(), seed);
      checkPrice(plan, vehicle.session(), explanation.find(vehicle.session()).orElseThrow(), seed);
    }
    for (BatteryAsset asset : problem.batteries()) {
      check(problem, explanation.find(asset.battery().id()).orElseThrow(), seed);
    }
  }

  private static void check(PlanningProblem problem, WhyDevice why, long seed) {
    assertThat(why.steps()).hasSize(problem.grid().size());
    for (WhyStep step : why.steps()) {
      COUNTS.merge(step.decider(), 1, Integer::sum);
      if (why.exact()) {
        String of = "seed " + seed + ", " + why.name() + ", " + step;
        assertThat(step.decider()).as(of).isNotIn(Decider.METHOD, Decider.BEFORE_MONEY);
        checkSigns(step, of);
        exact.incrementAndGet();
      }
    }
  }

  /** What is taken is worth its price, and what is left is not. */
  private static void checkSigns(WhyStep step, String of) {
    if (step.price().isEmpty() || step.worth().isEmpty()) {
      return;
    }
    double price = step.price().getAsDouble();
    double worth = step.worth().getAsDouble();
    switch (step.decider()) {
      case FULL_POWER -> {
        boolean gives = step.power().isNegative();
        assertThat(gives ? worth - price : price - worth).as(of).isLessThan(TOLERANCE);
      }
      case MARGINAL, EQUAL -> assertThat(price).as(of).isCloseTo(worth, within(TOLERANCE));
      case CHEAPER_LATER, CHEAPER_EARLIER ->
          assertThat(price).as(of).isGreaterThan(worth - TOLERANCE);
      case PEAK, LIMIT, SOLAR -> {
        if (step.power().watts() > 10) {
          assertThat(price).as(of).isCloseTo(worth, within(TOLERANCE));
        } else if (step.power().watts() > -10 && step.decider() == Decider.PEAK) {
          assertThat(price).as(of).isGreaterThan(worth - TOLERANCE);
        }
      }
      default -> assertThat(step.decider()).as(of).isNotNull();
    }
  }

  /** The solver's own price of a vehicle's energy lies between what less saves and more costs. */
  private static void checkPrice(Plan plan, SessionId session, WhyDevice why, long seed) {
    Optional<EnergyPrice> dual =
        plan.prices().flatMap(p -> Optional.ofNullable(p.vehicles().get(session)));
    if (dual.isPresent() && why.exact()) {
      String of = "seed " + seed + ", " + session;
      double price = dual.get().perKilowattHour();
      why.oneMore().ifPresent(m -> assertThat(price).as(of).isLessThan(m + TOLERANCE));
      why.oneLess().ifPresent(l -> assertThat(price).as(of).isGreaterThan(l - TOLERANCE));
      compared.incrementAndGet();
    }
  }

  @AfterAll
  static void meetsEveryKindOfReason() {
    assertThat(COUNTS.keySet())
        .contains(
            Decider.FULL_POWER,
            Decider.LIMIT,
            Decider.PEAK,
            Decider.SOLAR,
            Decider.CHEAPER_LATER,
            Decider.CHEAPER_EARLIER,
            Decider.EQUAL,
            Decider.MARGINAL,
            Decider.SPREAD,
            Decider.RESTING);
    int all = ANY.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(ANY.getOrDefault(Decider.METHOD, 0)).isLessThan(all / 50);
    assertThat(exact.get()).isGreaterThan(10 * PROBLEMS);
    assertThat(compared.get()).isGreaterThan(PROBLEMS / 4);
  }
}
