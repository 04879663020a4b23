package energy.setpoint.optimizer.why;

import static energy.setpoint.testkit.plan.ProblemBuilder.START;
import static energy.setpoint.testkit.plan.ProblemBuilder.hours;
import static energy.setpoint.testkit.plan.VehicleBuilder.aVehicle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.plan.why.WhyFix;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyShortfall;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.optimizer.Optimizers;
import energy.setpoint.optimizer.Planned;
import energy.setpoint.testkit.plan.ProblemBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Why needs are not met, and the smallest change that would meet them, by hand. */
class ShortfallsTest {

  private static final Duration PLENTY = Duration.ofMinutes(5);

  private static final CircuitId WEST = new CircuitId("west");

  @Test
  void aFuseIsRaisedByWholeAmperesAndToTheNextRating() {
    // 22 kWh in 2 h need 11 kW; three phases of 10 A at 230 V carry 6.9 kW, 16 A carry 11.04 kW
    var problem =
        hours(6)
            .circuit("west", "main", 10)
            .with(aVehicle("van").on("west").connected(0, 2).holding(0).wanting(22));

    WhyShortfall why = only(problem);

    assertThat(why.missing().kilowattHours()).isEqualTo(22 - 13.8, within(0.01));
    assertThat(why.isImpossibleAlone()).isFalse();
    assertThat(why.fixes())
        .containsExactly(
            new WhyFix.BiggerFuse(WEST, List.of(Phase.values()), 6, OptionalInt.of(16)),
            new WhyFix.LaterDeparture(Duration.ofMinutes(75), START.plus(Duration.ofMinutes(195))));
    assertThat(why.bottlenecks().getFirst().limit()).isInstanceOf(WhyLimit.Fuse.class);
    assertThat(why.bottlenecks().getFirst().steps()).isEqualTo(2);
  }

  @Test
  void anAmpereLessIsNotEnough() {
    var almost =
        hours(6)
            .circuit("west", "main", 15)
            .with(aVehicle("van").on("west").connected(0, 2).holding(0).wanting(22));

    assertThat(Planned.of(almost).plan().shortfalls()).hasSize(1);
  }

  @Test
  void onlyThePhaseThatNeedsItIsRaised() {
    var problem =
        hours(6)
            .circuit("west", "main", 20)
            .with(
                aVehicle("car")
                    .on("west")
                    .loading(Phase.L1)
                    .connected(0, 2)
                    .holding(0)
                    .wanting(12)
                    .atMostKw(7.4))
            .with(
                aVehicle("other")
                    .on("west")
                    .loading(Phase.L2)
                    .connected(0, 6)
                    .holding(0)
                    .wanting(5)
                    .atMostKw(7.4));

    WhyShortfall why = only(problem);

    // 6 kW on one phase are 26.1 A
    assertThat(why.fixes())
        .contains(new WhyFix.BiggerFuse(WEST, List.of(Phase.L1), 7, OptionalInt.of(32)));
  }

  @Test
  void theGridConnectionIsRaisedByWholeKilowatts() {
    var problem =
        hours(2).importLimitKw(8).with(aVehicle("van").connected(0, 2).holding(0).wanting(21));

    WhyShortfall why = only(problem);

    assertThat(why.fixes()).containsExactly(new WhyFix.MoreImport(Power.ofKilowatts(3)));
  }

  @Test
  void aTransformerIsRaisedByWholeKilovoltAmperes() {
    var problem =
        hours(2)
            .circuit("west", "main", 63)
            .limiting("west", Optional.of(Power.ofKilowatts(7.5)), Optional.empty())
            .with(aVehicle("van").on("west").connected(0, 2).holding(0).wanting(20));

    WhyShortfall why = only(problem);

    assertThat(why.fixes())
        .containsExactly(new WhyFix.BiggerTransformer(WEST, Power.ofKilowatts(3)));
  }

  @Test
  void limitsInARowAreRaisedTogether() {
    var problem =
        hours(2)
            .importLimitKw(7)
            .circuit("west", "main", 10)
            .with(aVehicle("van").on("west").connected(0, 2).holding(0).wanting(22));

    WhyShortfall why = only(problem);

    assertThat(why.fixes())
        .containsExactly(
            new WhyFix.Together(
                List.of(
                    new WhyFix.BiggerFuse(WEST, List.of(Phase.values()), 6, OptionalInt.of(16)),
                    new WhyFix.MoreImport(Power.ofKilowatts(4)))));
  }

  @Test
  void aNeedThatIsImpossibleAloneTakesMorePowerOrMoreTime() {
    var problem =
        hours(6).with(aVehicle("van").connected(0, 2).holding(0).wanting(40).atMostKw(11));

    WhyShortfall why = only(problem);

    assertThat(why.missingAlone().kilowattHours()).isEqualTo(18, within(0.01));
    assertThat(why.bottlenecks()).isEmpty();
    assertThat(why.fixes())
        .containsExactly(
            new WhyFix.LaterDeparture(Duration.ofMinutes(105), START.plus(Duration.ofMinutes(225))),
            new WhyFix.MorePower(Power.ofKilowatts(20)));
  }

  @Test
  void aFuseIsRaisedForAllWhoAreShortBehindIt() {
    var problem =
        hours(2)
            .circuit("west", "main", 16)
            .with(aVehicle("one").on("west").connected(0, 1).holding(0).wanting(11))
            .with(aVehicle("two").on("west").connected(0, 1).holding(0).wanting(11));
    Planned planned = Planned.of(problem);

    List<WhyShortfall> all = Explanations.of(planned.problem(), planned.plan()).shortfalls(PLENTY);

    // 22 kW are 31.9 A on each phase
    assertThat(all).hasSize(2);
    for (WhyShortfall why : all) {
      assertThat(why.fixes())
          .contains(new WhyFix.BiggerFuse(WEST, List.of(Phase.values()), 16, OptionalInt.of(32)));
      var fixed = Applied.to(planned.problem(), why.session(), why.fixes().getFirst());
      assertThat(Optimizers.linearWithFallback().plan(fixed, PLENTY).shortfalls()).isEmpty();
    }
  }

  @Test
  void withoutTimeNothingIsSearchedForButTheShortfallIsStillTold() {
    var problem =
        hours(2)
            .circuit("west", "main", 10)
            .with(aVehicle("van").on("west").connected(0, 2).holding(0).wanting(22));
    Planned planned = Planned.of(problem);

    WhyShortfall why =
        Explanations.of(planned.problem(), planned.plan()).shortfalls(Duration.ZERO).getFirst();

    assertThat(why.searched()).isFalse();
    assertThat(why.fixes()).isEmpty();
    assertThat(why.bottlenecks()).isNotEmpty();
  }

  private static WhyShortfall only(ProblemBuilder builder) {
    Planned planned = Planned.of(builder);
    List<WhyShortfall> all = Explanations.of(planned.problem(), planned.plan()).shortfalls(PLENTY);
    assertThat(all).hasSize(1);
    for (WhyFix fix : all.getFirst().fixes()) {
      var fixed = Applied.to(planned.problem(), all.getFirst().session(), fix);
      assertThat(Optimizers.linearWithFallback().plan(fixed, PLENTY).shortfalls())
          .as("%s", fix)
          .isEmpty();
    }
    return all.getFirst();
  }
}
