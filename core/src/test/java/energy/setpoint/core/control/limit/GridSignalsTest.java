package energy.setpoint.core.control.limit;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.GridLimitLog;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.signal.Allowed;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.signal.SignalMeaning;
import energy.setpoint.core.signal.SilenceRule;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.GridConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridSignalsTest {

  private static final DeviceId BOX = new DeviceId("box");
  private static final Instant START = Instant.parse("2026-01-05T18:00:00Z");
  private static final Duration LIFETIME = Duration.ofSeconds(5);
  private static final Power CONTRACT = Power.ofKilowatts(40);
  private static final Power REDUCED = Power.ofKilowatts(8.4);
  private static final Power CAREFUL = Power.ofKilowatts(4);
  private static final SignalMeaning CONTACT =
      new SignalMeaning.Steps(Map.of(0, Allowed.EVERYTHING, 1, Allowed.atMost(REDUCED)));
  private static final SilenceRule KEEP = new SilenceRule.Keep(Duration.ofMinutes(5), CAREFUL);

  private final GridLimits limits =
      new GridLimits(new GridConnection(CONTRACT, CONTRACT), GridLimitLog.NONE);

  @Test
  void followAContactThatClosesAndOpens() {
    GridSignals signals = signals(CONTACT, KEEP);

    assertThat(limitAfter(signals, 1, START)).isEqualTo(REDUCED);
    assertThat(limitAfter(signals, 0, START.plusSeconds(1))).isEqualTo(CONTRACT);
    assertThat(signals.silent()).isEmpty();
  }

  @Test
  void obeyALimitThatTheDeviceTellsItself() {
    GridSignals signals = signals(new SignalMeaning.Watts(), KEEP);

    assertThat(limitAfter(signals, 6300, START)).isEqualTo(Power.ofWatts(6300));
  }

  @Test
  void tellOnlyWhatChanged() {
    GridSignals signals = signals(CONTACT, KEEP);
    signals.saw(reading(1, START));
    signals.look(START);

    signals.saw(reading(1, START.plusSeconds(1)));

    assertThat(signals.look(START.plusSeconds(1))).isFalse();
  }

  @Test
  void keepWhatWasSaidForAWhileAndThenLimit() {
    GridSignals signals = signals(CONTACT, KEEP);
    limitAfter(signals, 0, START);
    Instant silent = START.plus(LIFETIME);

    assertThat(limitAt(signals, silent.plusSeconds(299))).isEqualTo(CONTRACT);
    assertThat(limitAt(signals, silent.plusSeconds(300))).isEqualTo(CAREFUL);
    assertThat(signals.silent()).containsKey(BOX);
  }

  @Test
  void limitAtOnceWhereTheSiteFileSaysSo() {
    GridSignals signals = signals(CONTACT, new SilenceRule.Limit(CAREFUL));
    limitAfter(signals, 0, START);

    assertThat(limitAt(signals, START.plus(LIFETIME))).isEqualTo(CAREFUL);
  }

  @Test
  void releaseASilentDeviceWhereTheSiteFileSaysSo() {
    GridSignals signals = signals(CONTACT, new SilenceRule.Release());
    limitAfter(signals, 1, START);

    assertThat(limitAt(signals, START.plus(LIFETIME))).isEqualTo(CONTRACT);
  }

  @Test
  void limitUntilADeviceOfWhichNothingIsKnownIsHeard() {
    GridSignals signals = signals(CONTACT, KEEP);

    assertThat(limitAt(signals, START)).isEqualTo(CAREFUL);
    assertThat(limitAfter(signals, 0, START.plusSeconds(1))).isEqualTo(CONTRACT);
  }

  @Test
  void holdAfterARestartWhatHeldBefore() {
    GridSignals signals = signals(CONTACT, KEEP);
    signals.resume(
        new GridLimitChange(GridFlow.IMPORT, "device box", Optional.of(REDUCED), START, "closed"));

    assertThat(limits.importLimit()).isEqualTo(REDUCED);
    assertThat(limitAt(signals, START.plusSeconds(299))).isEqualTo(REDUCED);
    assertThat(limitAt(signals, START.plusSeconds(300))).isEqualTo(CAREFUL);
  }

  @Test
  void countWhatMeansNothingAndTreatItAsSilence() {
    GridSignals signals = signals(CONTACT, KEEP);
    limitAfter(signals, 1, START);

    for (int second = 1; second <= 400; second++) {
      signals.saw(reading(3, START.plusSeconds(second)));
    }

    assertThat(limitAt(signals, START.plusSeconds(60))).isEqualTo(REDUCED);
    assertThat(limitAt(signals, START.plusSeconds(400))).isEqualTo(CAREFUL);
    assertThat(signals.refused()).isEqualTo(400);
  }

  @Test
  void refuseANegativeLimit() {
    GridSignals signals = signals(new SignalMeaning.Watts(), KEEP);

    assertThat(limitAfter(signals, -1, START)).isEqualTo(CAREFUL);
    assertThat(signals.refused()).isEqualTo(1);
  }

  private GridSignals signals(SignalMeaning meaning, SilenceRule silence) {
    return new GridSignals(
        List.of(new GridSignal(BOX, GridFlow.IMPORT, meaning, silence)), limits, START);
  }

  private Power limitAfter(GridSignals signals, double told, Instant at) {
    signals.saw(reading(told, at));
    return limitAt(signals, at);
  }

  private Power limitAt(GridSignals signals, Instant now) {
    signals.look(now);
    return limits.importLimit();
  }

  private static GridSignalReading reading(double told, Instant at) {
    return new GridSignalReading(BOX, at, at.plus(LIFETIME), told);
  }
}
