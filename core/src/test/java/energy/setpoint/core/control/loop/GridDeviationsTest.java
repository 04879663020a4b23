package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A station that leaves its charging profiles for the good of the grid. */
class GridDeviationsTest {

  private static final StationId FIRST = new StationId("s1");
  private static final Current HARDWARE = Current.ofAmps(32);

  private final FakeDepot depot = new FakeDepot(60, 2, 6);

  @BeforeEach
  void chargeForAWhile() {
    depot.connectAll();
    depot.plugIn("s1", 16);
    depot.plugIn("s2", 32);
    depot.run(Duration.ofMinutes(3));
  }

  @Test
  void isBudgetedAtAllThatItCanTakeWhileTheAlarmStands() {
    depot.controller.on(alarm(false));

    depot.run(Duration.ofMinutes(1));

    assertThat(mayDraw("s1")).isEqualTo(HARDWARE);
    assertThat(mayDraw("s2")).isLessThanOrEqualTo(Current.ofAmps(28));
  }

  @Test
  void isTrustedAgainWhenTheAlarmHasEnded() {
    depot.controller.on(alarm(false));
    depot.run(Duration.ofMinutes(1));

    depot.controller.on(alarm(true));
    depot.run(Duration.ofMinutes(2));

    assertThat(mayDraw("s1")).isLessThan(HARDWARE);
  }

  @Test
  void isTrustedAgainWhenItHasStartedAnewAndSaysNothing() {
    depot.controller.on(alarm(false));
    depot.run(Duration.ofMinutes(1));

    depot.controller.on(new StationBooted(FIRST, depot.now, "V", "M", "1"));
    depot.run(Duration.ofMinutes(3));

    assertThat(mayDraw("s1")).isLessThan(HARDWARE);
  }

  @Test
  void isNotTrustedAfterARestartOfTheEngineUntilTheAlarmHasEnded() {
    depot.controller.on(alarm(false));
    depot.run(Duration.ofMinutes(1));

    depot.restartEngine();
    depot.run(Duration.ofMinutes(2));

    assertThat(mayDraw("s1")).isEqualTo(HARDWARE);
    assertThat(depot.controller.snapshot().orElseThrow().alerts())
        .anyMatch(
            alert -> alert.startsWith("EVSE s1/1 supported the grid when the engine stopped"));

    depot.controller.on(alarm(true));
    depot.run(Duration.ofMinutes(2));

    assertThat(mayDraw("s1")).isLessThan(HARDWARE);
  }

  private DerEvent.Alarm alarm(boolean ended) {
    return new DerEvent.Alarm(
        FIRST, depot.now, DerControlType.values()[0], Optional.empty(), ended, "");
  }

  private Current mayDraw(String station) {
    return depot.controller.snapshot().orElseThrow().evses().stream()
        .filter(evse -> evse.ref().equals(EvseRef.of(station, 1)))
        .findFirst()
        .orElseThrow()
        .mayDraw();
  }
}
