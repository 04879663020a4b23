package energy.setpoint.core.control.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.vehicle.Sleepers.Manner;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SleepersTest {

  private static final EvseRef EVSE = EvseRef.of("a", 1);
  private static final Current MINIMUM = Current.ofAmps(6);

  private final Sleepers sleepers = new Sleepers();
  private Instant now = Instant.parse("2026-05-04T08:00:00Z");

  @Test
  void withdrawsTheOfferToAVehicleThatDoesNotStart() {
    measure(125, 16, 0);

    assertThat(sleepers.isBeingWoken(EVSE, now)).isTrue();
  }

  @Test
  void makesTheOfferAgainAfterHalfAMinute() {
    measure(125, 16, 0);

    measure(35, 0, 0);

    assertThat(sleepers.isBeingWoken(EVSE, now)).isFalse();
    assertThat(sleepers.find(EVSE, now)).isEmpty();
  }

  @Test
  void tellsOfAVehicleThatThreeAttemptsDidNotWake() {
    attempt();
    attempt();
    attempt();

    measure(125, 16, 0);

    assertThat(sleepers.find(EVSE, now)).hasValue(Manner.DOES_NOT_START);
    assertThat(sleepers.isBeingWoken(EVSE, now)).isFalse();
  }

  @Test
  void tellsOfAVehicleThatDoesNotGoOnAfterAPause() {
    measure(60, 16, 15.8);
    measure(60, 0, 0);
    attempt();
    attempt();
    attempt();

    measure(125, 16, 0);

    assertThat(sleepers.find(EVSE, now)).hasValue(Manner.DOES_NOT_RESUME);
  }

  @Test
  void doesNotWakeAVehicleThatStoppedByItself() {
    measure(60, 16, 15.8);

    measure(3600, 16, 0);

    assertThat(sleepers.isBeingWoken(EVSE, now)).isFalse();
    assertThat(sleepers.find(EVSE, now)).isEmpty();
  }

  @Test
  void doesNotWakeAVehicleThatWasFullBeforeItsPause() {
    measure(60, 16, 15.8);
    measure(60, 16, 0);
    measure(600, 0, 0);

    measure(600, 16, 0);

    assertThat(sleepers.isBeingWoken(EVSE, now)).isFalse();
    assertThat(sleepers.find(EVSE, now)).isEmpty();
  }

  @Test
  void doesNotTakeAPausedVehicleForAsleep() {
    measure(3600, 0, 0);

    assertThat(sleepers.isBeingWoken(EVSE, now)).isFalse();
  }

  @Test
  void forgetsWhatItTriedWhenTheVehicleCharges() {
    attempt();
    attempt();
    attempt();

    measure(10, 16, 15.8);

    assertThat(sleepers.find(EVSE, now)).isEmpty();
  }

  private void attempt() {
    measure(125, 16, 0);
    measure(35, 0, 0);
  }

  private void measure(int seconds, double allowed, double drawn) {
    for (int i = 0; i < seconds; i += 5) {
      now = now.plusSeconds(5);
      sleepers.saw(EVSE, Current.ofAmps(allowed), MINIMUM, Current.ofAmps(drawn), now);
    }
  }
}
