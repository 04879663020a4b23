package energy.setpoint.optimizer.why;

import static energy.setpoint.testkit.plan.BatteryBuilder.aBattery;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyDevice;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyStep;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What decided a step, on problems that show one thing each. */
class ExplanationTest {

  private static final WhyLimit WEST = new WhyLimit.Fuse(new CircuitId("west"), Phase.L1, false);

  @Test
  void aVehicleWaitsForCheaperHoursAndTakesTheRestInTheDearestThatItNeeds() {
    var problem =
        hours(6)
            .buyingAt(0.30, 0.20, 0.12, 0.30, 0.40, 0.10)
            .with(aVehicle("van").connected(0, 5).holding(0).wanting(15));

    WhyDevice why = vehicle(problem, "van");

    assertThat(deciders(why))
        .containsExactly(
            Decider.CHEAPER_LATER,
            Decider.MARGINAL,
            Decider.FULL_POWER,
            Decider.CHEAPER_EARLIER,
            Decider.CHEAPER_EARLIER,
            Decider.NOT_CONNECTED);
    assertThat(why.steps().getFirst().instead()).contains(ProblemBuilder.START.plusSeconds(3600));
    assertThat(why.steps().getFirst().price()).hasValue(0.30);
    assertThat(why.steps().getFirst().worth().orElseThrow()).isEqualTo(0.20, within(1e-6));
  }

  @Test
  void oneMoreCostsTheNextStepWhereTheLastOneIsFull() {
    var problem =
        hours(3)
            .buyingAt(0.10, 0.20, 0.50)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(22).atMostKw(11));

    WhyDevice why = vehicle(problem, "van");

    assertThat(why.oneMore().orElseThrow()).isEqualTo(0.50, within(1e-6));
    assertThat(why.oneLess().orElseThrow()).isEqualTo(0.20, within(1e-6));
    assertThat(why.exact()).isTrue();
  }

  @Test
  void aFullFuseIsNamedWithWhatItCosts() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .circuit("west", "main", 10)
            .with(aVehicle("van").on("west").connected(0, 2).holding(0).wanting(9));

    WhyStep step = vehicle(problem, "van").steps().getFirst();

    assertThat(step.decider()).isEqualTo(Decider.LIMIT);
    assertThat(step.limit()).containsInstanceOf(WhyLimit.Fuse.class);
    assertThat(step.limitPrice().orElseThrow()).isEqualTo(0.20, within(1e-6));
    assertThat(step.price().orElseThrow()).isEqualTo(0.30, within(1e-6));
  }

  @Test
  void whoWaitsForAFullFuseIsToldSo() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .circuit("west", "main", 16)
            .with(aVehicle("first").on("west").connected(0, 1).holding(0).wanting(11))
            .with(aVehicle("waits").on("west").connected(0, 2).holding(0).wanting(11));

    WhyStep step = vehicle(problem, "waits").steps().getFirst();

    assertThat(step.decider()).isEqualTo(Decider.LIMIT);
    assertThat(step.limit().map(WhyLimit::words))
        .hasValueSatisfying(words -> assertThat(words).endsWith("of circuit west"));
  }

  @Test
  void aPeakIsNamedWithWhatItAdds() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.10)
            .peakPrice(1, 0)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(8));

    WhyStep step = vehicle(problem, "van").steps().getFirst();

    assertThat(step.decider()).isEqualTo(Decider.PEAK);
    assertThat(step.limitPrice().orElseThrow()).isGreaterThan(0.3);
  }

  @Test
  void theSunIsTakenAsFarAsItReaches() {
    var problem =
        hours(2)
            .buyingAt(0.30, 0.30)
            .sellingAt(0.05)
            .solarKw("main", 4, 11)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(15));

    WhyDevice why = vehicle(problem, "van");

    assertThat(deciders(why)).containsExactly(Decider.SOLAR, Decider.FULL_POWER);
  }

  @Test
  void amongEqualStepsTheEarlierIsUsed() {
    var problem = hours(2).with(aVehicle("van").connected(0, 2).holding(0).wanting(5));

    WhyDevice why = vehicle(problem, "van");

    assertThat(deciders(why)).containsExactly(Decider.MARGINAL, Decider.EQUAL);
  }

  @Test
  void aVehicleThatHasAllItWantsIsFull() {
    var problem = hours(1).with(aVehicle("van").connected(0, 1).holding(40).wanting(40));

    WhyDevice why = vehicle(problem, "van");

    assertThat(deciders(why)).containsExactly(Decider.FULL);
    assertThat(why.oneMore().orElseThrow()).isEqualTo(0.30, within(1e-6));
  }

  @Test
  void whatIsNotWorthItsPriceIsLeft() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .with(aVehicle("van").connected(0, 2).holding(0).wanting(20).latePrice(0.20));

    WhyDevice why = vehicle(problem, "van");

    assertThat(deciders(why)).containsExactly(Decider.FULL_POWER, Decider.NOT_WORTH_IT);
    assertThat(why.steps().getLast().worth().orElseThrow()).isEqualTo(0.20, within(1e-6));
  }

  @Test
  void aFuseThatServesNeedsHasNoPrice() {
    var problem =
        hours(2)
            .buyingAt(0.10, 0.30)
            .circuit("west", "main", 16)
            .with(aVehicle("one").on("west").connected(0, 1).holding(0).wanting(11))
            .with(aVehicle("two").on("west").connected(0, 1).holding(0).wanting(11))
            .with(aVehicle("waits").on("west").connected(0, 2).holding(0).wanting(5));

    WhyStep step = vehicle(problem, "waits").steps().getFirst();

    assertThat(step.decider()).isEqualTo(Decider.LIMIT);
    assertThat(step.limit()).contains(WEST);
    assertThat(step.limitPrice()).isEmpty();
    assertThat(vehicle(problem, "one").steps().getFirst().worth()).isEmpty();
    assertThat(vehicle(problem, "one").oneMore()).isEmpty();
  }

  @Test
  void aBatteryTakesCheapGivesDearAndRestsBetween() {
    var problem =
        hours(4)
            .buyingAt(0.10, 0.20, 0.40, 0.20)
            .sellingAt(0.05)
            .loadKw("main", 3)
            .with(aBattery("battery").of(4).atMostKw(5).efficiency(0.9));

    WhyDevice why = battery(problem, "battery");

    assertThat(deciders(why))
        .containsExactly(Decider.FULL, Decider.RESTING, Decider.OWN_USE, Decider.EMPTY);
  }

  @Test
  void aBatterySellsWhereThatEarnsMoreThanItsEnergyIsWorth() {
    var problem =
        hours(2)
            .buyingAt(0.20, 0.50)
            .sellingAt(0.10, 0.40)
            .with(aBattery("battery").of(20).holding(10).restWorth(0.15).atMostKw(5).wear(0.02));

    WhyStep sells = battery(problem, "battery").steps().getLast();

    assertThat(sells.decider()).isEqualTo(Decider.FULL_POWER);
    assertThat(sells.price().orElseThrow()).isEqualTo(0.38, within(1e-6));
    assertThat(sells.worth().orElseThrow()).isEqualTo(0.15, within(1e-6));
  }

  @Test
  void aFullBatteryIsToldApartFromOneThatRests() {
    var problem =
        hours(3)
            .buyingAt(0.10, 0.09, 0.40)
            .sellingAt(0.01)
            .loadKw("main", 8)
            .with(aBattery("battery").of(5).holding(5).efficiency(0.9));

    WhyDevice why = battery(problem, "battery");

    assertThat(deciders(why)).startsWith(Decider.FULL, Decider.FULL);
  }

  @Test
  void aTaperedVehicleIsToldSo() {
    var problem =
        hours(2)
            .with(
                aVehicle("van")
                    .connected(0, 2)
                    .of(20)
                    .holding(10)
                    .wanting(20)
                    .atMostKw(11)
                    .tapering(10, 1));

    WhyDevice why = vehicle(problem, "van");

    assertThat(deciders(why)).containsOnly(Decider.TAPER);
  }

  @Test
  void aPlanWithoutPricesIsExplainedByTheMarketsPrices() {
    PlanningProblem problem =
        hours(3)
            .buyingAt(0.30, 0.10, 0.20)
            .with(aVehicle("van").connected(0, 3).holding(0).wanting(11))
            .build();
    Plan plan = Optimizers.deadlineFirst().plan(problem, Duration.ofSeconds(1));

    WhyDevice why = Explanations.of(problem, plan).find(new SessionId("van")).orElseThrow();

    assertThat(deciders(why))
        .containsExactly(Decider.CHEAPER_LATER, Decider.FULL_POWER, Decider.CHEAPER_EARLIER);
    assertThat(why.exact()).isFalse();
  }

  @Test
  void whoIsNotInThePlanHasNoExplanation() {
    Planned planned = Planned.of(hours(1));

    assertThat(Explanations.of(planned.problem(), planned.plan()).find(new SessionId("nobody")))
        .isEmpty();
  }

  private static WhyDevice vehicle(ProblemBuilder builder, String session) {
    Planned planned = Planned.of(builder);
    return Explanations.of(planned.problem(), planned.plan())
        .find(new SessionId(session))
        .orElseThrow();
  }

  private static WhyDevice battery(ProblemBuilder builder, String id) {
    Planned planned = Planned.of(builder);
    return Explanations.of(planned.problem(), planned.plan()).find(new DeviceId(id)).orElseThrow();
  }

  private static Decider[] deciders(WhyDevice why) {
    return why.steps().stream().map(WhyStep::decider).toArray(Decider[]::new);
  }
}
