package energy.setpoint.optimizer.portfolio;

import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.ProblemBuilder.over;
import static energy.setpoint.testkit.plan.ProblemBuilder.quarters;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.portfolio.Dispatch;
import energy.setpoint.core.portfolio.DispatchedPortfolio;
import energy.setpoint.core.portfolio.DispatchedSite;
import energy.setpoint.core.portfolio.DispatchedSite.Part;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.FakeSolver;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.optimizer.linear.Deadline;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.LinearSolver;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.ortools.OrToolsSolver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Timeout(300)
class DispatchTest {

  static final List<Long> SEEDS =
      LongStream.range(0, Integer.getInteger("dispatches", 12)).boxed().toList();

  private static final Duration PLENTY = Duration.ofMinutes(10);

  @ParameterizedTest
  @FieldSource("SEEDS")
  void costsWhatOneLargeProgramOfAllSitesCosts(long seed) {
    Random random = new Random(seed);
    int steps = 8 + random.nextInt(8);
    List<PlainSite> sites =
        IntStream.range(0, 2 + random.nextInt(6))
            .mapToObj(i -> PlainSite.random(random, steps))
            .toList();
    List<PlanningProblem> problems = sites.stream().map(PlainSite::problem).toList();
    Dispatch dispatch = lower(problems, random, steps);

    DispatchedPortfolio met = portfolio().dispatch(problems, dispatch, PLENTY);

    Large large = Large.solve(sites, met.report().wanted(), dispatch.tolerance().kilowatts());
    assertSound(met);
    assertThat(met.report().deviation().kilowattHours())
        .as("%s", met.report())
        .isEqualTo(large.deviationKwh(), within(1e-2));
    assertThat(met.report().cost())
        .as("%s", met.report())
        .isEqualTo(large.cost(), within(1e-3 * Math.abs(large.cost()) + 1e-3));
    assertThat(met.report().bound().orElseThrow()).isLessThanOrEqualTo(large.cost() + 1e-3);
    assertThat(met.report().gap().orElseThrow()).isLessThan(2e-3);
  }

  /** A third less than they would take, in the middle third of the day. */
  private static Dispatch lower(List<PlanningProblem> problems, Random random, int steps) {
    TimeGrid window =
        TimeGrid.uniform(START.plus(Duration.ofHours(steps / 3)), Duration.ofHours(1), steps / 3);
    double most = problems.size() * 6;
    PowerCurve less = PowerCurve.generate(window, step -> random.nextDouble() * most * 1000);
    return Dispatch.reduction("evening", less, Power.ofKilowatts(random.nextInt(2)));
  }

  @Test
  void theSiteForWhichItIsCheapestMoves() {
    PlanningProblem flexible = van("flexible", 0.10, 0.11);
    PlanningProblem costly = van("costly", 0.10, 0.40);

    DispatchedPortfolio met =
        portfolio().dispatch(List.of(flexible, costly), total(0, 1, 11), PLENTY);

    assertThat(gridKw(met, 0)).containsExactly(0, 11);
    assertThat(gridKw(met, 1)).containsExactly(11, 0);
    assertThat(met.sites().get(1).part()).isEqualTo(Part.UNMOVED);
    assertThat(met.report().costOfDispatch()).isEqualTo(11 * 0.01, within(1e-3));
    assertThat(met.report().prices().getFirst().perKilowattHour()).isBetween(0.0099, 0.3001);
    assertThat(met.report().gap().orElseThrow()).isZero();
  }

  @Test
  void whatIsMetAnywayCostsNothing() {
    List<PlanningProblem> sites = List.of(van("a", 0.10, 0.30), van("b", 0.10, 0.30));

    DispatchedPortfolio met = portfolio().dispatch(sites, total(0, 1, 22), PLENTY);

    assertThat(met.report().costOfDispatch()).isZero();
    assertThat(met.report().rounds()).isZero();
    assertThat(met.sites()).allMatch(site -> site.part() == Part.UNMOVED);
  }

  @Test
  void aTargetOutOfReachIsMissedByAsLittleAsPossible() {
    List<PlanningProblem> sites = List.of(van("a", 0.10, 0.30), van("b", 0.10, 0.40));

    DispatchedPortfolio met = portfolio().dispatch(sites, total(0, 2, 3), PLENTY);

    assertSound(met);
    assertThat(met.report().deviation().kilowattHours()).isEqualTo(22 - 6, within(1e-2));
    assertThat(met.sites()).allMatch(site -> site.plan().shortfalls().isEmpty());
    assertThat(met.report().gap().orElseThrow()).isLessThan(2e-3);
  }

  @Test
  void aDearPeakIsPaidBeforeTheTargetIsMissed() {
    PlanningProblem site =
        hours(2)
            .buyingAt(0.10, 0.30)
            .peakPrice(100, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(11))
            .build();

    DispatchedPortfolio met = portfolio().dispatch(List.of(site), total(0, 1, 0), PLENTY);

    assertThat(gridKw(met, 0)).containsExactly(0, 11);
    assertThat(met.report().deviation().kilowattHours()).isLessThan(1e-2);
  }

  @Test
  void sitesWithOtherStepsTakePart() {
    PlanningProblem fine =
        quarters(8)
            .buyingAt(0.10, 0.11, 0.12, 0.13, 0.3, 0.3, 0.3, 0.3)
            .with(aVehicle("fine").connected(0, 2).holding(0).wanting(11))
            .build();
    PlanningProblem coarse =
        over(TimeGrid.uniform(START, Duration.ofHours(2), 2))
            .buyingAt(0.10, 0.20)
            .with(aVehicle("coarse").connected(0, 4).holding(0).wanting(22))
            .build();
    PlanningProblem ragged =
        over(new TimeGrid(List.of(at(0), at(20), at(75), at(240))))
            .buyingAt(0.10, 0.20, 0.25)
            .with(aVehicle("ragged").connected(0, 4).holding(0).wanting(11))
            .build();
    List<PlanningProblem> sites = List.of(fine, coarse, ragged);

    DispatchedPortfolio met = portfolio().dispatch(sites, total(0, 2, 12), PLENTY);

    assertSound(met);
    assertThat(met.report().attained().watts(0)).isEqualTo(12_000, within(5.0));
    assertThat(met.report().attained().watts(1)).isEqualTo(12_000, within(5.0));
    assertThat(met.report().gap().orElseThrow()).isLessThan(2e-3);
  }

  @Test
  void aSiteWhoseHorizonEndsBeforeTheDispatchIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> portfolio().dispatch(List.of(van("a", 0.1, 0.1)), total(0, 3, 1), PLENTY))
        .withMessageContaining("does not cover");
  }

  @Test
  void aSiteThatFailsLeavesTheOthersTheirTarget() {
    PlanOptimizer optimizer = Optimizers.linearWithFallback();
    PlanOptimizer sometimes =
        (problem, budget) -> {
          if (problem.vehicles().getFirst().session().value().equals("broken")) {
            throw new IllegalStateException("no such meter");
          }
          return optimizer.plan(problem, budget);
        };
    List<PlanningProblem> sites = List.of(van("broken", 0.1, 0.2), van("b", 0.1, 0.2));

    DispatchedPortfolio met = new Portfolio(sometimes).dispatch(sites, total(0, 1, 4), PLENTY);

    assertThat(met.failed()).hasSize(1);
    assertThat(met.sites()).hasSize(1);
    assertThat(gridKw(met, 0)).containsExactly(4, 7);
  }

  @Test
  void whatASiteCannotShareTheOthersTakeOver() {
    PlanOptimizer optimizer = Optimizers.linearWithFallback();
    PlanOptimizer allOrNothing =
        (problem, budget) ->
            problem.vehicles().getFirst().session().value().equals("stubborn")
                ? optimizer.plan(problem.toDraft().events(List.of()).build(), budget)
                : optimizer.plan(problem, budget);
    List<PlanningProblem> sites =
        List.of(van("stubborn", 0.1, 0.2), van("b", 0.1, 0.3), van("c", 0.1, 0.4));

    DispatchedPortfolio met = new Portfolio(allOrNothing).dispatch(sites, total(0, 1, 25), PLENTY);

    assertSound(met);
    assertThat(gridKw(met, 0)).containsExactly(11, 0);
    assertThat(gridKw(met, 1)).containsExactly(3, 8);
    assertThat(gridKw(met, 2)).containsExactly(11, 0);
    assertThat(met.report().deviation().kilowattHours()).isLessThan(1e-3);
  }

  @Test
  void aDispatchCostsNoVehicleItsEnergy() {
    PlanningProblem busy =
        hours(2)
            .buyingAt(0.1, 0.1)
            .with(aVehicle("busy").connected(0, 2).holding(0).wanting(20))
            .build();

    DispatchedPortfolio met = portfolio().dispatch(List.of(busy), total(0, 1, 0), PLENTY);

    assertThat(gridKw(met, 0)).containsExactly(9, 11);
    assertThat(met.sites().getFirst().plan().shortfalls()).isEmpty();
    assertThat(met.report().deviation().kilowattHours()).isEqualTo(9, within(1e-3));
  }

  @Test
  void feesAndTaxesDoNotBendThePrices() {
    PlanningProblem taxed =
        hours(2)
            .buyingAt(0.10, 0.20)
            .sellingAt(0.05)
            .fees(0.02, 0.01)
            .taxes(0.25, 0.2)
            .with(aVehicle("taxed").connected(0, 2).holding(0).wanting(11))
            .build();
    PlanningProblem plain = van("plain", 0.10, 0.22);

    DispatchedPortfolio met = portfolio().dispatch(List.of(taxed, plain), total(0, 1, 5), PLENTY);

    assertThat(gridKw(met, 0)).containsExactly(5, 6);
    assertThat(gridKw(met, 1)).containsExactly(0, 11);
    assertThat(met.report().prices().getFirst().perKilowattHour()).isEqualTo(0.125, within(1e-2));
  }

  @Test
  void withoutASolverForPricesEverySiteStaysAsItWas() {
    Portfolio lame =
        new Portfolio(
            Optimizers.linearWithFallback(),
            new FakeSolver((m, o, d) -> new LinearSolver.Outcome.Failed("lame")),
            1);

    DispatchedPortfolio met = lame.dispatch(List.of(van("a", 0.1, 0.2)), total(0, 1, 4), PLENTY);

    assertThat(met.sites()).allMatch(site -> site.part() == Part.UNMOVED);
    assertThat(met.report().deviation().kilowattHours()).isEqualTo(7, within(1e-3));
    assertThat(met.report().bound()).isEmpty();
    assertThat(met.report().status()).contains("no answer");
  }

  @Test
  void sitesThatOnlyKnowARuleOfThumbKeepSoundPlans() {
    Portfolio simple = new Portfolio(Optimizers.deadlineFirst());
    List<PlanningProblem> sites = List.of(van("a", 0.1, 0.2), van("b", 0.1, 0.3));

    DispatchedPortfolio met = simple.dispatch(sites, total(0, 1, 8), PLENTY);

    assertSound(met);
    assertThat(met.report().bound()).isEmpty();
  }

  @Test
  void theSameSitesGetTheSamePlans() {
    Random random = new Random(5);
    List<PlanningProblem> problems =
        IntStream.range(0, 6).mapToObj(i -> PlainSite.random(random, 12).problem()).toList();
    Dispatch dispatch = lower(problems, new Random(6), 12);

    DispatchedPortfolio once = portfolio().dispatch(problems, dispatch, PLENTY);
    DispatchedPortfolio again = portfolio().dispatch(problems, dispatch, PLENTY);

    for (int i = 0; i < problems.size(); i++) {
      assertThat(again.sites().get(i).plan().decisions())
          .isEqualTo(once.sites().get(i).plan().decisions());
    }
    assertThat(again.report().prices()).isEqualTo(once.report().prices());
  }

  @Test
  void aHundredSitesOfTwentyVehiclesMeetADispatchInTime() {
    List<PlanningProblem> sites =
        IntStream.range(0, 100).mapToObj(i -> Fleets.depot(new Random(i), 20)).toList();
    TimeGrid window = TimeGrid.uniform(at(17 * 60), Duration.ofMinutes(30), 8);
    Dispatch dispatch =
        Dispatch.reduction(
            "evening", PowerCurve.constant(window, Power.ofKilowatts(600)), Power.ofKilowatts(5));

    DispatchedPortfolio met = portfolio().dispatch(sites, dispatch, Duration.ofSeconds(60));

    assertSound(met);
    assertThat(met.report().deviation().kilowattHours()).isLessThan(0.1);
    assertThat(met.report().gap().orElseThrow()).as("%s", met.report()).isLessThan(0.02);
  }

  /** One worker and sites that use up their time: what all are given together is the budget. */
  @Test
  void givesSitesNoMoreTimeThanTheDispatchHas() {
    List<Duration> given = new ArrayList<>();
    PlanOptimizer slow =
        (problem, budget) -> {
          given.add(budget);
          sleep(budget);
          return Optimizers.deadlineFirst().plan(problem, budget);
        };
    List<PlanningProblem> sites = List.of(van("a", 0.1, 0.2), van("b", 0.1, 0.3));
    Duration budget = Duration.ofMillis(600);

    DispatchedPortfolio met =
        new Portfolio(slow, OrToolsSolver.glopPrimal(), 1).dispatch(sites, total(0, 1, 8), budget);

    assertThat(given.stream().reduce(Duration.ZERO, Duration::plus)).isLessThanOrEqualTo(budget);
    assertThat(met.sites()).hasSize(2);
    assertSound(met);
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anInterruptedDispatchEndsWithThePlansItHas() {
    Thread caller = Thread.currentThread();
    AtomicInteger asked = new AtomicInteger();
    PlanOptimizer interrupting =
        (problem, budget) -> {
          if (asked.incrementAndGet() == 3) {
            caller.interrupt();
            sleep(PLENTY);
          }
          return Optimizers.linearWithFallback().plan(problem, budget);
        };
    List<PlanningProblem> sites = List.of(van("a", 0.1, 0.2), van("b", 0.1, 0.3));

    DispatchedPortfolio met =
        new Portfolio(interrupting, OrToolsSolver.glopPrimal(), 1)
            .dispatch(sites, total(0, 1, 8), PLENTY);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(met.sites()).hasSize(2);
    assertThat(met.report().rounds()).isEqualTo(1);
    assertThat(met.report().status()).contains("not over when it ended");
    assertSound(met);
  }

  @Test
  void aDispatchThatIsInterruptedAtOnceSaysWhoHasNoPlan() {
    Thread caller = Thread.currentThread();
    PlanOptimizer interrupting =
        (problem, budget) -> {
          caller.interrupt();
          sleep(PLENTY);
          return Optimizers.deadlineFirst().plan(problem, budget);
        };
    List<PlanningProblem> sites = List.of(van("a", 0.1, 0.2), van("b", 0.1, 0.3));

    DispatchedPortfolio met =
        new Portfolio(interrupting, OrToolsSolver.glopPrimal(), 1)
            .dispatch(sites, total(0, 1, 8), PLENTY);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(met.sites()).hasSize(1);
    assertThat(met.failed())
        .singleElement()
        .satisfies(site -> assertThat(site.reason()).contains("cancelled"));
  }

  private static Portfolio portfolio() {
    return new Portfolio(Optimizers.linearWithFallback());
  }

  private static void assertSound(DispatchedPortfolio met) {
    for (DispatchedSite site : met.sites()) {
      assertThat(PlanCheck.violations(site.problem(), site.plan())).isEmpty();
    }
  }

  /** Two hours in which a van wants a full hour. */
  private static PlanningProblem van(String name, double first, double second) {
    return hours(2)
        .buyingAt(first, second)
        .with(aVehicle(name).connected(0, 2).holding(0).wanting(11))
        .build();
  }

  /** So much in each of some hours. */
  private static Dispatch total(int fromHour, int toHour, double kilowatts) {
    TimeGrid window = TimeGrid.uniform(at(60 * fromHour), Duration.ofHours(1), toHour - fromHour);
    PowerCurve wanted = PowerCurve.constant(window, Power.ofKilowatts(kilowatts));
    return Dispatch.total("evening", wanted, Power.ZERO);
  }

  private static java.time.Instant at(int minutes) {
    return START.plus(Duration.ofMinutes(minutes));
  }

  private static double[] gridKw(DispatchedPortfolio met, int site) {
    double[] watts = met.sites().get(site).plan().gridPower().toWatts();
    return Arrays.stream(watts).map(w -> Math.round(w / 10) / 100.0 + 0.0).toArray();
  }

  /** All sites in one program. */
  private record Large(double cost, double deviationKwh) {

    static Large solve(List<PlainSite> sites, PowerCurve wanted, double toleranceKw) {
      LinearModel model = new LinearModel();
      Terms money = new Terms();
      Terms deviation = new Terms();
      Terms[] together = new Terms[sites.getFirst().buy().length];
      Arrays.setAll(together, h -> new Terms());
      sites.forEach(site -> site.addTo(model, money, together));
      int first = (int) Duration.between(START, wanted.grid().start()).toHours();
      List<Variable> columns = new ArrayList<>();
      for (int h = 0; h < wanted.size(); h++) {
        Variable above = model.variable("above", 0, 1e6);
        Variable below = model.variable("below", 0, 1e6);
        columns.addAll(List.of(above, below));
        deviation.plus(above).plus(below);
        double kilowatts = wanted.watts(h) / 1000;
        Terms row = together[first + h].plus(above, -1).plus(below, 1);
        model.row("wanted", h, kilowatts - toleranceKw, row, kilowatts + toleranceKw);
      }
      Terms objective = new Terms().plus(money, 1).plus(deviation, 1000);
      try (LinearSolver.Attempt attempt = OrToolsSolver.glop().open(model)) {
        var best = (LinearSolver.Outcome.Optimal) attempt.minimise(objective, Deadline.in(PLENTY));
        return new Large(money.at(best.values()), deviation.at(best.values()));
      }
    }
  }
}
