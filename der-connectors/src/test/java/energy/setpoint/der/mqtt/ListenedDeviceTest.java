package energy.setpoint.der.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.DeviceAddress;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.device.Pace;
import energy.setpoint.der.template.DeviceTemplates;
import energy.setpoint.der.template.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ListenedDeviceTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final String YAML =
      """
      description: A battery
      kind: battery
      transport: mqtt
      period: 1s
      staleAfter: 60s
      points:
        power: { topic: state, pointer: /p, unit: W, sign: load, timestamp: /at }
        soc: { topic: state, pointer: /soc, unit: "%", timestamp: /at }
      """;

  private final List<DeviceReading> readings = new CopyOnWriteArrayList<>();
  private final DeviceFeed feed =
      new DeviceFeed(
          new DeviceConnection(
              new DeviceId("shed"),
              DeviceTemplates.parse("shed.yaml", YAML),
              new DeviceAddress.Mqtt("tcp://localhost:1883", "shed")),
          new Pace(new Noon()),
          readings::add);
  private final ListenedDevice device =
      new ListenedDevice(feed, (Transport.Mqtt) feed.template().transport());

  @Test
  void aReadingIsAsOldAsItsTimestampSays() {
    say("2026-06-01T11:59:30Z", 50, false);

    assertThat(readings).hasSize(1);
    assertThat(readings.getFirst().at()).isEqualTo(NOON.minusSeconds(30));
    assertThat(readings.getFirst().validUntil()).isEqualTo(NOON.plusSeconds(30));
  }

  @Test
  void aClockThatIsAheadMakesNoReadingYounger() {
    say("2026-06-01T12:00:20Z", 50, false);

    assertThat(readings.getFirst().at()).isEqualTo(NOON);
  }

  @Test
  void refusesTimesThatAreFarAheadOrLongAgo() {
    say("2026-06-01T12:02:00Z", 50, false);
    say("2026-06-01T11:58:00Z", 50, false);

    assertThat(readings).isEmpty();
    assertThat(feed.health().refused()).isEqualTo(2);
    assertThat(feed.health().lastError())
        .hasValue("a value of 2026-06-01T11:58:00Z, too old, on state");
  }

  @Test
  void aRetainedMessageCountsByTheAgeThatItTells() {
    say("2026-06-01T11:00:00Z", 11, true);
    assertThat(readings).isEmpty();
    assertThat(feed.health().refused()).isZero();

    say("2026-06-01T11:59:30Z", 22, true);

    assertThat(readings).hasSize(1);
    assertThat(readings.getFirst().at()).isEqualTo(NOON.minusSeconds(30));
  }

  @Test
  void aFloodBecomesFewReadingsAndTheLastValueWins() {
    for (int i = 0; i < 1_000; i++) {
      say("2026-06-01T12:00:00Z", i % 100, false);
    }

    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (soc(readings.getLast()) != 99 && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(soc(readings.getLast())).isEqualTo(99);
    assertThat(readings).hasSizeLessThan(200);
  }

  @Test
  void aMessageThatWasOvertakenChangesNothing() {
    say("2026-06-01T11:59:50Z", 40, false);
    say("2026-06-01T11:59:40Z", 30, false);
    device.stop();

    assertThat(soc(readings.getLast())).isEqualTo(40);
  }

  private void say(String at, int soc, boolean retained) {
    String text = "{\"p\": 100, \"soc\": %d, \"at\": \"%s\"}".formatted(soc, at);
    device.hear("state", text.getBytes(StandardCharsets.UTF_8), retained);
  }

  private static long soc(DeviceReading reading) {
    return Math.round(((BatteryReading) reading).soc().percent());
  }

  private record Noon() implements Timeline {

    @Override
    public Instant instant() {
      return NOON;
    }

    @Override
    public Duration realTime(Duration siteTime) {
      return siteTime;
    }
  }
}
