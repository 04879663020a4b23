package energy.setpoint.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.forecast.series.SlotClock;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PastFlowsTest {

  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private final KeptMeasurements kept =
      new KeptMeasurements()
          .currents("meter", at -> OptionalDouble.of(20))
          .powers("roof", at -> OptionalDouble.of(-3_000));

  @Test
  void takesOffTheMeterWhatDevicesGive() {
    var load = flows().load();

    assertThat(load).hasSize(4).containsEntry(START, Power.ofWatts(3 * 20 * 100 + 3_000));
  }

  @Test
  void takesAVehicleOffOnlyWhileItWasThere() {
    Instant gone = START.plus(Duration.ofMinutes(5));
    kept.currents(
        SmallDepot.EVSE.toString(),
        at -> at.isBefore(gone) ? OptionalDouble.of(10) : OptionalDouble.empty());

    var load = flows().load();

    assertThat(load).containsEntry(START, Power.ofWatts(9_000 - 3_000 / 3.0));
    assertThat(load).containsEntry(START.plusSeconds(900), Power.ofWatts(9_000));
  }

  @Test
  void knowsNoLoadWhileAnInverterIsNotHeard() {
    Instant silent = START.plus(Duration.ofMinutes(30));
    kept.powers(
        "roof", at -> at.isBefore(silent) ? OptionalDouble.of(-3_000) : OptionalDouble.empty());

    var load = flows().load();

    assertThat(load).containsOnlyKeys(START, START.plusSeconds(900));
  }

  @Test
  void leavesOutWhatIsNotANumber() {
    kept.powers("roof", at -> OptionalDouble.of(at.equals(START) ? Double.NaN : -3_000));

    var production = flows().production();

    assertThat(production).hasSize(4).containsEntry(START, Power.ofWatts(-3_000));
  }

  private PastFlows flows() {
    return new PastFlows(
        SmallDepot.site(),
        kept,
        new SlotClock(ZoneOffset.UTC, Duration.ofMinutes(15)),
        Interval.of(START, Duration.ofHours(1)));
  }
}
