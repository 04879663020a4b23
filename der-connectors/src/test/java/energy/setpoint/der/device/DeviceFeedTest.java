package energy.setpoint.der.device;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceHealth.State;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DeviceFeedTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final String METER =
      """
      description: A meter
      kind: meter
      transport: modbus
      period: 1s
      staleAfter: 5s
      points:
        power: { table: input, address: 0, type: int16, unit: W, sign: load }
        currentL1: { table: input, address: 1, type: int16, unit: A, sign: load }
        currentL2: { table: input, address: 2, type: int16, unit: A, sign: load }
        currentL3: { table: input, address: 3, type: int16, unit: A, sign: load }
      """;

  private final StoppedTimeline time = new StoppedTimeline();
  private final List<DeviceReading> readings = new ArrayList<>();

  @Test
  void aMeterWithoutPhasePowersSignsItsCurrentsItself() {
    feed().measured(meter(100, -1, 2, 0), NOON);

    assertThat(((MeterReading) readings.getFirst()).currents())
        .isEqualTo(PhaseCurrents.ofAmps(-1, 2, 0));
  }

  @Test
  void isOnlineForAsLongAsTheReadingIsValid() {
    var feed = feed();
    feed.measured(meter(100, 1, 1, 1), NOON);

    time.now = NOON.plusMillis(4_999);
    assertThat(feed.health().state()).isEqualTo(State.ONLINE);

    time.now = NOON.plusSeconds(5);
    assertThat(feed.health().state()).isEqualTo(State.STALE);
  }

  @Test
  void withoutContactAnOldReadingMeansOffline() {
    var feed = feed();
    feed.measured(meter(100, 1, 1, 1), NOON);
    feed.failed("gone");

    assertThat(feed.health().state()).isEqualTo(State.ONLINE);
    time.now = NOON.plusSeconds(5);
    assertThat(feed.health().state()).isEqualTo(State.OFFLINE);
    feed.answeredWithError("busy");
    assertThat(feed.health().state()).isEqualTo(State.STALE);
  }

  @Test
  void countsAndForgivesFailures() {
    var feed = feed();
    feed.failed("gone");
    feed.failed("still gone");
    assertThat(feed.health().consecutiveFailures()).isEqualTo(2);

    feed.measured(meter(100, 1, 1, 1), NOON);

    assertThat(feed.health())
        .isEqualTo(
            new DeviceHealth(
                new DeviceId("grid"),
                State.ONLINE,
                Optional.of(NOON),
                0,
                Optional.of("still gone"),
                1,
                2,
                0,
                false,
                new CommandLedger().health(),
                Map.of()));
  }

  @Test
  void aMeterOfWhichOnePhaseIsMissingGivesNoReading() {
    var feed = feed();

    feed.measured(Map.of(Measured.POWER, 1.0, Measured.CURRENT_L1, 1.0), NOON);

    assertThat(readings).isEmpty();
    assertThat(feed.health().lastError()).hasValue("no value for currentL2, currentL3");
    assertThat(feed.health().refused()).isEqualTo(1);
  }

  @Test
  void aDeviceThatComesAndGoesIsFlappingUntilItHasBeenSteadyForAWhile() {
    var feed = feed();
    for (int i = 0; i < 4; i++) {
      assertThat(feed.health().flapping()).isFalse();
      feed.measured(meter(100, 1, 1, 1), time.now);
      time.now = time.now.plusSeconds(30);
    }
    assertThat(feed.health().flapping()).isTrue();

    time.now = time.now.plusSeconds(600);

    assertThat(feed.health().flapping()).isFalse();
  }

  @Test
  void aDeviceThatSpeaksInTimeIsNotFlapping() {
    var feed = feed();

    for (int i = 0; i < 100; i++) {
      feed.measured(meter(100, 1, 1, 1), time.now);
      time.now = time.now.plusSeconds(4);
    }

    assertThat(feed.health().flapping()).isFalse();
  }

  @Test
  void readingsLiveLongerWhereTimeIsTooFastForThePeriod() {
    time.speed = 500; // The period of 1 s is 2 ms on the wall, and 20 ms is the shortest wait.

    assertThat(feed().pace().wait(Duration.ofSeconds(1))).isEqualTo(Duration.ofMillis(20));
    assertThat(feed().pace().lifetime(feed().template())).isEqualTo(Duration.ofSeconds(50));
  }

  @Test
  void pausesDoubleUpToHalfAMinute() {
    var backoff = new Backoff();

    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      seconds.add(backoff.next().toSeconds());
    }

    assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    backoff.reset();
    assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
  }

  private DeviceFeed feed() {
    return new DeviceFeed(
        new DeviceConnection(
            new DeviceId("grid"),
            DeviceTemplates.parse("meter.yaml", METER),
            new ModbusTcp("localhost", 502, OptionalInt.empty())),
        new Pace(time),
        readings::add);
  }

  private static Map<Measured, Double> meter(double watts, double l1, double l2, double l3) {
    return Map.of(
        Measured.POWER, watts,
        Measured.CURRENT_L1, l1,
        Measured.CURRENT_L2, l2,
        Measured.CURRENT_L3, l3);
  }

  private static final class StoppedTimeline implements Timeline {

    private Instant now = NOON;
    private int speed = 1;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public Duration realTime(Duration siteTime) {
      return siteTime.dividedBy(speed);
    }
  }
}
