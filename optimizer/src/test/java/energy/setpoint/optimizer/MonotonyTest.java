package energy.setpoint.optimizer;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.flat.Goals;
import energy.setpoint.optimizer.flat.SecondOpinion;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * More capacity, a later departure or a lower price never raises the cost. Compared where nothing
 * that comes before money is at stake: more room may otherwise serve a need that costs something.
 */
class MonotonyTest {

  private static final int PROBLEMS = Integer.getInteger("problems", 300) / 3;

  private static final Map<Change, Integer> compared = new EnumMap<>(Change.class);

  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();

  /** What makes a problem easier. */
  private enum Change {
    LARGER_FUSES,
    LARGER_CONNECTION,
    STRONGER_CHARGERS,
    LATER_DEPARTURE,
    CHEAPER_ENERGY,
    CHEAPER_PEAK;

    PlanningProblem applyTo(PlanningProblem problem) {
      return switch (this) {
        case LARGER_FUSES -> withLargerFuses(problem);
        case LARGER_CONNECTION -> withLargerConnection(problem);
        case STRONGER_CHARGERS -> withStrongerChargers(problem);
        case LATER_DEPARTURE -> withLaterDepartures(problem);
        case CHEAPER_ENERGY -> withCheaperEnergy(problem);
        case CHEAPER_PEAK -> withCheaperPeaks(problem);
      };
    }
  }

  @TestFactory
  Stream<DynamicTest> whatMakesAProblemEasierNeverRaisesTheCost() {
    return LongStream.range(0, PROBLEMS)
        .boxed()
        .flatMap(seed ->
            Stream.of(Change.values())
                .map(change ->
                    DynamicTest.dynamicTest(change + " " + seed, () -> check(seed, change))));
  }

  private void check(long seed, Change change) {
    PlanningProblem problem = RandomProblems.ofSeed(seed);
    PlanningProblem easier = change.applyTo(problem);

    Plan before = optimizer.plan(problem, Duration.ofMinutes(1));
    Plan after = optimizer.plan(easier, Duration.ofMinutes(1));

    if (isOnlyAboutMoney(problem, before) && isOnlyAboutMoney(easier, after)) {
      compared.merge(change, 1, Integer::sum);
      double cost = before.cost().total();
      double noise = 2e-3 + 2e-4 * Math.abs(cost);
      String about =
          "%s of seed %d: %s, %s".formatted(change, seed, before.report(), after.report());
      if (after.report().status() == Status.OPTIMAL) {
        assertThat(after.cost().total()).as(about).isLessThanOrEqualTo(cost + noise);
      }
      after
          .report()
          .bound()
          .ifPresent(bound -> assertThat(bound).as(about).isLessThanOrEqualTo(cost + noise));
    }
  }

  @AfterAll
  static void comparesEachChangeOften() {
    for (Change change : Change.values()) {
      assertThat(compared.getOrDefault(change, 0)).as("%s", change).isGreaterThan(PROBLEMS / 8);
    }
  }

  private static boolean isOnlyAboutMoney(PlanningProblem problem, Plan plan) {
    Goals goals = SecondOpinion.of(problem, plan);
    return goals.broken()
            + goals.deviation()
            + goals.essential()
            + goals.missing()
            + goals.outside()
        < 1e-6;
  }

  private static PlanningProblem withLargerFuses(PlanningProblem problem) {
    List<Circuit> circuits =
        problem.circuits().all().stream().map(c -> c.withFuse(larger(c.fuse()))).toList();
    return problem.toDraft().circuits(new CircuitTree(circuits)).build();
  }

  private static PhaseCurrents larger(PhaseCurrents fuse) {
    return new PhaseCurrents(larger(fuse.l1()), larger(fuse.l2()), larger(fuse.l3()));
  }

  private static Current larger(Current current) {
    return Current.ofAmps(current.amps() * 1.3);
  }

  private static PlanningProblem withLargerConnection(PlanningProblem problem) {
    return problem
        .toDraft()
        .importLimit(larger(problem.importLimit()))
        .exportLimit(larger(problem.exportLimit()))
        .build();
  }

  private static PowerCurve larger(PowerCurve limit) {
    return PowerCurve.generate(limit.grid(), step -> limit.watts(step) * 1.3 + 500);
  }

  private static PlanningProblem withStrongerChargers(PlanningProblem problem) {
    return with(problem, v -> changed(v, v.connected(), 1.25));
  }

  private static PlanningProblem withLaterDepartures(PlanningProblem problem) {
    return with(
        problem,
        v -> {
          Interval stay = v.connected();
          boolean gone = !stay.end().isAfter(problem.grid().start());
          return gone ? v : changed(v, new Interval(stay.start(), stay.end().plusSeconds(3000)), 1);
        });
  }

  private static PlanningProblem with(
      PlanningProblem problem, UnaryOperator<VehicleDemand> change) {
    return problem.toDraft().vehicles(problem.vehicles().stream().map(change).toList()).build();
  }

  private static VehicleDemand changed(VehicleDemand v, Interval stay, double stronger) {
    return new VehicleDemand(
        v.session(),
        v.evse(),
        v.circuit(),
        v.phases(),
        stay,
        v.stored(),
        v.capacity(),
        v.target(),
        v.minimumAtDeparture(),
        v.floor(),
        v.maxCharge().times(stronger),
        v.maxDischarge().times(stronger),
        v.chargeEfficiency(),
        v.dischargeEfficiency(),
        v.weight(),
        v.essential(),
        v.latePrice(),
        v.wear(),
        v.traits(),
        v.expected());
  }

  private static PlanningProblem withCheaperEnergy(PlanningProblem problem) {
    EnergyRates imports = problem.money().imports();
    List<EnergyPrice> cheaper =
        imports.energy().stream()
            .map(price -> EnergyPrice.ofKilowattHour(price.perKilowattHour() - 0.03))
            .toList();
    return problem.toDraft().money(with(problem.money(), imports.withEnergy(cheaper))).build();
  }

  private static Money with(Money money, EnergyRates imports) {
    return new Money(imports, money.exports(), money.peaks(), money.carbon());
  }

  private static PlanningProblem withCheaperPeaks(PlanningProblem problem) {
    List<PeakPrice> cheaper =
        problem.money().peaks().stream()
            .map(p ->
                new PeakPrice(
                    p.name(),
                    p.tiers().stream()
                        .map(t -> new PeakPrice.Tier(t.from(), t.perKilowatt() * 0.7))
                        .toList(),
                    p.reached(),
                    p.windows(),
                    p.metering(),
                    p.taken()))
            .toList();
    return problem.toDraft().peaks(cheaper).build();
  }
}
