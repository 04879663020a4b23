package energy.setpoint.core.control.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppetitesTest {

  private static final EvseRef EVSE = EvseRef.of("cs-1", 1);
  private static final Instant START = Instant.parse("2026-01-15T10:00:00Z");

  private final Appetites appetites = new Appetites();

  @Test
  void isSureThatAVehicleIsFullAfterThreeMinutesWithoutCurrent() {
    assertThat(saw(16, 0, 0)).isFalse();
    assertThat(saw(16, 0, 2)).isFalse();
    assertThat(saw(16, 0, 3)).isTrue();

    assertThat(appetites.isFull(EVSE, at(4))).isTrue();
  }

  @Test
  void drawsNoConclusionWhileTheVehicleMayNotCharge() {
    saw(0, 0, 0);
    saw(5.9, 0, 5);

    assertThat(appetites.isFull(EVSE, at(10))).isFalse();
  }

  @Test
  void remembersThatItIsFullWhenItMayNotChargeAnyMore() {
    saw(16, 0, 0);
    saw(16, 0, 3);
    saw(0, 0, 4);

    assertThat(appetites.isFull(EVSE, at(60))).isTrue();
  }

  @Test
  void changesItsMindWhenCurrentFlows() {
    saw(16, 0, 0);
    saw(16, 0, 3);
    saw(16, 8, 4);

    assertThat(appetites.isFull(EVSE, at(5))).isFalse();
  }

  @Test
  void asksAgainAfterTwoHours() {
    saw(16, 0, 0);
    saw(16, 0, 3);

    assertThat(appetites.isFull(EVSE, at(119))).isTrue();
    assertThat(appetites.isFull(EVSE, at(120))).isFalse();
  }

  private boolean saw(double allowed, double drawn, int minute) {
    return appetites.saw(
        EVSE, Current.ofAmps(allowed), Current.ofAmps(6), Current.ofAmps(drawn), at(minute));
  }

  private static Instant at(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }
}
