package energy.setpoint.optimizer.uncertainty;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolveReport.Status;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.Uncertainty.Expectation;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.plan.part.Quantiles;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.check.HereAndNowCheck;
import energy.setpoint.optimizer.check.PlanCheck;
import energy.setpoint.testkit.plan.RandomProblems;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UncertaintyTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);

  /**
   * 8 kWh are wanted within three hours at 8 kW. Now a kilowatt-hour costs 0.20, in the last hour
   * 0.30. In the second hour there may be 8 kW of sun, worth 0.05 when sold. Waiting costs 0.05
   * with sun and 0.30 without, so it is worth it when the sun comes with more than 10 / 25.
   */
  @ParameterizedTest
  @CsvSource({"0.30, 8, 1.6", "0.39, 8, 1.6", "0.41, 0, 1.58", "0.80, 0, 0.8"})
  void waitsForTheSunWhenItIsProbableEnough(double sunny, double nowKw, double ofEnergy) {
    PlanningProblem problem = sunThatMayNotCome(sunny);

    Plan plan = planned(problem);

    assertThat(vehicleKw(plan, "van")[0]).isEqualTo(nowKw, within(1e-3));
    // what is not used of the sun is sold
    double sold = nowKw > 0 ? sunny * 8 * 0.05 : 0;
    double used = nowKw > 0 ? 0 : sunny * 8 * 0.05;
    assertThat(expectation(plan).cost()).isEqualTo(ofEnergy - sold - used, within(1e-3));
    assertThat(expectation(plan).bound().orElseThrow())
        .isEqualTo(expectation(plan).cost(), within(1e-3));
    assertThat(plan.report().status()).isEqualTo(Status.OPTIMAL);
  }

  private static PlanningProblem sunThatMayNotCome(double sunny) {
    PlanningProblem sure =
        hours(3)
            .buyingAt(0.20, 0.31, 0.30)
            .sellingAt(0.05)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(8).atMostKw(8))
            .build();
    return sure.toDraft()
        .uncertainty(
            new Uncertainty.Scenarios(
                List.of(
                    new Scenario("sun", sunny, List.of(sun(sure, 0, 8, 0)), List.of(), Set.of()),
                    new Scenario("clouds", 1 - sunny, List.of(), List.of(), Set.of())),
                HOUR))
        .build();
  }

  @Test
  void followsTheMostProbableScenarioAfterHereAndNow() {
    PlanningProblem problem = sunThatMayNotCome(0.6);

    Plan plan = planned(problem);

    assertThat(vehicleKw(plan, "van")).containsExactly(0, 8, 0);
    assertThat(plan.solar().watts(1)).isEqualTo(-8000);
    assertThat(expectation(plan).outcomes())
        .extracting(Expectation.Outcome::scenario)
        .containsExactly("sun", "clouds");
    assertThat(expectation(plan).outcomes().get(1).cost()).isEqualTo(8 * 0.30, within(1e-3));
  }

  /** Planning for the sun alone waits, and pays 2.40 when it does not come. */
  @Test
  void costsLessThanThePlanForTheMostProbableScenario() {
    PlanningProblem problem =
        sunThatMayNotCome(0.6)
            .toDraft()
            .prices(prices(0.20, 2.00, 2.00), prices(0.05, 0.05, 0.05))
            .build();

    Plan plan = planned(problem);

    assertThat(vehicleKw(plan, "van")[0]).isEqualTo(8, within(1e-3));
    assertThat(vehicleKw(planned(problem.nominal()), "van")[0]).isZero();
    // 0.6 times 8 kWh of sun, not sold, and 0.4 times 8 kWh at 2.00; against 1.60 less what is sold
    assertThat(expectation(plan).unaware().orElseThrow()).isEqualTo(6.4, within(1e-3));
    assertThat(expectation(plan).saving().orElseThrow()).isEqualTo(6.4 - 1.36, within(1e-3));
  }

  /** Needs come before money in every scenario, however improbable it is. */
  @ParameterizedTest
  @CsvSource({"0.1, false", "0.9, true"})
  void leavesRoomForAVehicleThatMayCome(double probability, boolean planned) {
    PlanningProblem problem =
        hours(2)
            .importLimitKw(11)
            .buyingAt(0.40, 0.10)
            .with(aVehicle("here").connected(0, 2).holding(0).wanting(11))
            .with(aVehicle("coming").connected(1, 2).holding(0).wanting(11).expected())
            .build();

    Plan plan = planned(withOrWithout(problem, probability));

    assertThat(vehicleKw(plan, "here")[0]).isEqualTo(11, within(1e-3));
    assertThat(expectation(plan).outcomes()).allMatch(o -> o.missing().wattHours() < 1);
    assertThat(plan.find(new SessionId("coming")).isPresent()).isEqualTo(planned);
  }

  private static PlanningProblem withOrWithout(PlanningProblem problem, double probability) {
    Set<SessionId> coming = Set.of(new SessionId("coming"));
    return problem
        .toDraft()
        .uncertainty(
            new Uncertainty.Scenarios(
                List.of(
                    new Scenario("comes", probability, List.of(), List.of(), Set.of()),
                    new Scenario("stays away", 1 - probability, List.of(), List.of(), coming)),
                HOUR))
        .build();
  }

  @Test
  void aVehicleThatIsThereCannotBeAbsent() {
    PlanningProblem problem = hours(2).with(aVehicle("here")).build();
    Scenario without =
        new Scenario("without", 1, List.of(), List.of(), Set.of(new SessionId("here")));

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            problem
                .toDraft()
                .uncertainty(new Uncertainty.Scenarios(List.of(without), HOUR))
                .build())
        .withMessageContaining("not expected");
  }

  @Test
  void oneScenarioIsAsGoodAsCertainty() {
    for (long seed = 0; seed < 60; seed++) {
      PlanningProblem sure = RandomProblems.ofSeed(seed);
      PlanningProblem one =
          sure.toDraft()
              .uncertainty(
                  new Uncertainty.Scenarios(
                      List.of(new Scenario("one", 1, sure.solar(), sure.loads(), Set.of())), HOUR))
              .build();

      Plan certain = Optimizers.linearWithFallback().plan(sure, PLENTY);
      Plan plan = planned(one);

      assertThat(plan.report().status()).as("seed %d", seed).isNotEqualTo(Status.HEURISTIC);
      if (certain.report().status() == Status.OPTIMAL) {
        assertThat(plan.cost().total())
            .as("seed %d: %s, %s", seed, certain.report(), plan.report())
            .isEqualTo(
                certain.cost().total(), within(2e-3 + 2e-4 * Math.abs(certain.cost().total())));
      }
    }
  }

  @Test
  void whatIsDecidedHereAndNowIsSoundInEveryScenario() {
    AtomicInteger proven = new AtomicInteger();
    for (long seed = 0; seed < 60; seed++) {
      PlanningProblem base = RandomProblems.ofSeed(seed);
      PlanningProblem problem = withThreeSuns(base);

      Plan plan = planned(problem);

      assertThat(plan.report().status())
          .as("seed %d: %s", seed, plan.report())
          .isNotEqualTo(Status.HEURISTIC);
      assertThat(HereAndNowCheck.violations(problem, plan)).as("seed %d", seed).isEmpty();
      assertThat(plan.report().expectation())
          .as("seed %d: %s", seed, plan.report())
          .hasValueSatisfying(e -> {
            e.bound().ifPresent(b -> proven.incrementAndGet());
            assertThat(e.saving().orElse(0)).isGreaterThanOrEqualTo(-1e-3);
          });
    }
    assertThat(proven.get()).isGreaterThan(30);
  }

  private static PlanningProblem withThreeSuns(PlanningProblem base) {
    return base.toDraft()
        .uncertainty(
            new Uncertainty.Scenarios(
                List.of(
                    new Scenario("as forecast", 0.5, base.solar(), base.loads(), Set.of()),
                    new Scenario("half the sun", 0.3, scaled(base, 0.5), base.loads(), Set.of()),
                    new Scenario("more sun", 0.2, scaled(base, 1.3), base.loads(), Set.of())),
                base.grid().length(0).multipliedBy(2)))
        .build();
  }

  private static List<SolarForecast> scaled(PlanningProblem base, double factor) {
    return base.solar().stream()
        .map(s ->
            new SolarForecast(
                s.circuit(),
                PowerCurve.generate(base.grid(), t -> factor * s.production().watts(t)),
                s.curtailable()))
        .toList();
  }

  @Test
  void aBatteryKeepsItsChargeForTheSecondFuture() {
    PlanningProblem base =
        hours(2)
            .buyingAt(0.30, 0.30)
            .sellingAt(0.25, 0.05)
            .with(aBattery("b").of(10).holding(10).atMostKw(10))
            .build();
    List<UncontrolledLoad> busy =
        List.of(
            UncontrolledLoad.balanced(
                new CircuitId("main"), PowerCurve.ofWatts(base.grid(), 0, 10_000)));
    PlanningProblem problem =
        base.toDraft()
            .uncertainty(
                new Uncertainty.Scenarios(
                    List.of(
                        new Scenario("quiet", 0.1, List.of(), List.of(), Set.of()),
                        new Scenario("busy", 0.9, List.of(), busy, Set.of())),
                    HOUR))
            .build();

    Plan plan = planned(problem);

    assertThat(plan.batteries().getFirst().power().watts(0)).isZero();
    assertThat(planned(base).batteries().getFirst().power().watts(0)).isEqualTo(-10_000);
  }

  @Test
  void countsOnLittleSunAndMuchLoad() {
    PlanningProblem base =
        hours(2)
            .importLimitKw(20)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(60))
            .build();
    PlanningProblem problem =
        base.toDraft()
            .solar(List.of(sun(base, 8, 8).with(band(base, 0.1, -2, 0.5, -8))))
            .loads(
                List.of(
                    new UncontrolledLoad(
                            new CircuitId("main"), curve(base, 4), curve(base, 2), curve(base, 0))
                        .with(band(base, 0.5, 6, 0.9, 15))))
            .uncertainty(new Uncertainty.ByQuantile(0.3, 0.9))
            .reliefCredit(0)
            .build();

    Plan plan = planned(problem);

    assertThat(plan.solar().watts(0)).isEqualTo(-5000, within(1e-6));
    assertThat(plan.uncontrolled().watts(0)).isEqualTo(15_000, within(1e-6));
    assertThat(problem.loads().getFirst().l1().watts(0)).isEqualTo(10_000, within(1e-6));
    assertThat(vehicleKw(plan, "van")[0]).isEqualTo(5, within(1e-3));
  }

  @Test
  void aQuantileIsTakenOnceHoweverOftenAProblemIsRewritten() {
    PlanningProblem base = hours(1).build();
    PlanningProblem problem =
        base.toDraft()
            .solar(List.of(sun(base, 8).with(band(base, 0.1, -2, 0.5, -8))))
            .uncertainty(new Uncertainty.ByQuantile(0.3, 0.9))
            .build();

    assertThat(problem.toDraft().build().totalSolar().watts(0)).isEqualTo(-5000, within(1e-6));
    assertThat(problem.nominal()).isEqualTo(problem);
  }

  @Test
  void beyondTheOutermostQuantileItIsTheOutermost() {
    PlanningProblem base = hours(1).build();
    Quantiles band = band(base, 0.1, -2, 0.5, -8);

    assertThat(band.at(0).watts(0)).isEqualTo(-2000);
    assertThat(band.at(0.1).watts(0)).isEqualTo(-2000);
    assertThat(band.at(0.2).watts(0)).isEqualTo(-3500, within(1e-6));
    assertThat(band.at(1).watts(0)).isEqualTo(-8000);
  }

  private static Plan planned(PlanningProblem problem) {
    Plan plan = Optimizers.linearWithFallback().plan(problem, PLENTY);
    assertThat(PlanCheck.violations(problem, plan)).isEmpty();
    return plan;
  }

  private static Expectation expectation(Plan plan) {
    return plan.report().expectation().orElseThrow();
  }

  private static double[] vehicleKw(Plan plan, String session) {
    double[] watts = plan.find(new SessionId(session)).orElseThrow().power().toWatts();
    return Arrays.stream(watts).map(w -> Math.round(w) / 1000.0 + 0.0).toArray();
  }

  private static SolarForecast sun(PlanningProblem problem, double... kilowatts) {
    PowerCurve production = PowerCurve.generate(problem.grid(), step -> 0 - kilowatts[step] * 1000);
    return new SolarForecast(new CircuitId("main"), production);
  }

  private static Quantiles band(
      PlanningProblem problem, double low, double lowKw, double high, double highKw) {
    return new Quantiles(
        List.of(
            new Quantiles.Level(high, curve(problem, highKw)),
            new Quantiles.Level(low, curve(problem, lowKw))));
  }

  private static PowerCurve curve(PlanningProblem problem, double kilowatts) {
    return PowerCurve.generate(problem.grid(), step -> kilowatts * 1000);
  }

  private static List<EnergyPrice> prices(double... all) {
    return Arrays.stream(all).mapToObj(EnergyPrice::ofKilowattHour).toList();
  }
}
