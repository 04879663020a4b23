package energy.setpoint.optimizer.replan;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.time.TimeGrid;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.promise.BatteryStorage;
import energy.setpoint.optimizer.promise.EnergyByDeparture;
import energy.setpoint.optimizer.promise.GridBalance;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentPricesTest {

  private static final double OF_TARGET = 7;

  private static final Instant QUARTER_PAST = ProblemBuilder.START.plusSeconds(900);

  private final RecentPrices recent = new RecentPrices();
  private final PlanId plan = PlanId.random();

  private static PlanningModel model(ProblemBuilder builder) {
    PlanningProblem problem = builder.with(aVehicle("van").connected(0, 6).atMostKw(11)).build();
    return PlanningModel.of(
        problem, Rulings.RELAXED, List.of(new EnergyByDeparture(), new GridBalance()), List.of());
  }

  /** The row of the target first, then one for each step, which costs its number. */
  private static double[] prices(int steps) {
    return IntStream.rangeClosed(0, steps)
        .mapToDouble(row -> row == 0 ? OF_TARGET : row - 1)
        .toArray();
  }

  /** A battery at the grid. */
  private static PlanningModel depot(ProblemBuilder builder) {
    PlanningProblem problem = builder.with(aBattery("store")).build();
    return PlanningModel.of(
        problem, Rulings.RELAXED, List.of(new BatteryStorage(), new GridBalance()), List.of());
  }

  private static double[] ofEach(PlanningModel model, double price) {
    return DoubleStream.generate(() -> price).limit(model.linear().rows()).toArray();
  }

  private static double[] priceOf(String subject, PlanningModel model, double[] prices) {
    return IntStream.range(0, prices.length)
        .filter(row -> model.linear().subject(row).startsWith(subject))
        .mapToDouble(row -> prices[row])
        .toArray();
  }

  @Test
  void areFoundByThePlanTheyWereLearnedWith() {
    recent.remember(plan, model(hours(4)), prices(4));

    assertThat(recent.find(plan)).isPresent();
    assertThat(recent.find(PlanId.random())).isEmpty();
  }

  @Test
  void areTheSameForTheSameProgram() {
    recent.remember(plan, model(hours(4)), prices(4));

    assertThat(recent.find(plan).orElseThrow().on(model(hours(4)))).containsExactly(prices(4));
  }

  @Test
  void holdForTheSameTimeWhenTheGridMovesOn() {
    recent.remember(plan, model(hours(4)), prices(4));
    var later = TimeGrid.uniform(ProblemBuilder.START.plusSeconds(3600), Duration.ofHours(1), 4);

    double[] prices = recent.find(plan).orElseThrow().on(model(ProblemBuilder.over(later)));

    assertThat(prices).containsExactly(OF_TARGET, 1, 2, 3, 0);
  }

  @Test
  void areForAShorterTimeWorthLessButNotWhatIsStored() {
    recent.remember(plan, depot(hours(2)), ofEach(depot(hours(2)), 6));
    var later = TimeGrid.alignedFrom(QUARTER_PAST, Duration.ofHours(1), Duration.ofMinutes(105));
    PlanningModel now = depot(ProblemBuilder.over(later));

    double[] prices = recent.find(plan).orElseThrow().on(now);

    assertThat(priceOf("balance ", now, prices)).containsExactly(6, 6);
    assertThat(priceOf("grid balance", now, prices)).containsExactly(4.5, 6);
  }

  @Test
  void ofThePlanThatWasNotAskedForTheLongestAreForgotten() {
    RecentPrices few = new RecentPrices(10);
    PlanId asked = PlanId.random();
    PlanId another = PlanId.random();
    few.remember(asked, model(hours(4)), prices(4));
    few.remember(plan, model(hours(4)), prices(4));
    few.find(asked);

    few.remember(another, model(hours(4)), prices(4));

    assertThat(few.find(plan)).isEmpty();
    assertThat(few.find(asked)).isPresent();
    assertThat(few.find(another)).isPresent();
  }
}
