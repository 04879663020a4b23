package energy.setpoint.core.control.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReactionTimesTest {

  private static final EvseRef EVSE = EvseRef.of("a", 1);
  private static final Duration USUAL = Duration.ofSeconds(10);

  private final ReactionTimes reactions = new ReactionTimes(USUAL);
  private Instant now = Instant.parse("2026-05-04T08:00:00Z");

  @Test
  void assumesTheUsualUntilEnoughWasSeen() {
    fallAfter(40);
    fallAfter(40);

    assertThat(reactions.settleTime(EVSE)).isEqualTo(USUAL);
  }

  @Test
  void waitsLongerForAStationThatReactsSlowly() {
    fallAfter(12);
    fallAfter(20);
    fallAfter(16);

    assertThat(reactions.settleTime(EVSE)).isEqualTo(Duration.ofSeconds(25));
  }

  @Test
  void neverBelievesLessThanTheUsualBecauseTheNextVehicleMayBeSlower() {
    fallAfter(1);
    fallAfter(1);
    fallAfter(1);

    assertThat(reactions.settleTime(EVSE)).isEqualTo(USUAL);
  }

  @Test
  void neverWaitsMoreThanAMinute() {
    fallAfter(90);
    fallAfter(90);
    fallAfter(90);

    assertThat(reactions.settleTime(EVSE)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void learnsNothingFromAVehicleThatWasBelowItsNewLimitAnyway() {
    for (int i = 0; i < 5; i++) {
      reactions.saw(EVSE, Current.ofAmps(6), now);
      reactions.confirmed(EVSE, Current.ofAmps(10), now);
      pass(50);
      reactions.saw(EVSE, Current.ofAmps(6), now);
    }

    assertThat(reactions.settleTime(EVSE)).isEqualTo(USUAL);
  }

  @Test
  void countsFromTheFirstOfSeveralDecreasesOnlyWhereTheyAskForNoLess() {
    for (int i = 0; i < 3; i++) {
      reactions.saw(EVSE, Current.ofAmps(32), now);
      reactions.confirmed(EVSE, Current.ofAmps(10), now);
      pass(8);
      reactions.confirmed(EVSE, Current.ofAmps(10), now);
      pass(8);
      reactions.saw(EVSE, Current.ofAmps(10), now);
    }

    assertThat(reactions.settleTime(EVSE)).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void remembersTheStationWhenTheVehicleIsGone() {
    fallAfter(16);
    fallAfter(16);
    fallAfter(16);

    reactions.forget(EVSE);

    assertThat(reactions.settleTime(EVSE)).isEqualTo(Duration.ofSeconds(20));
  }

  private void fallAfter(int seconds) {
    reactions.saw(EVSE, Current.ofAmps(32), now);
    reactions.confirmed(EVSE, Current.ofAmps(10), now);
    pass(seconds);
    reactions.saw(EVSE, Current.ofAmps(10), now);
    pass(60);
  }

  private void pass(int seconds) {
    now = now.plusSeconds(seconds);
  }
}
