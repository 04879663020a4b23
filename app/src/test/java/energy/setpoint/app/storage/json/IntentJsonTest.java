package energy.setpoint.app.storage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.Samples;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntentJsonTest {

  private static final Interval LEASE =
      Interval.of(Samples.NOON.plusNanos(321), Duration.ofMinutes(5));

  static List<ChargingIntent> everyKind() {
    EvseRef evse = EvseRef.of("garage-1", 2);
    return List.of(
        new CapPower(evse, "tx \"7\" ü€😀", Samples.ceiling(13.7), LEASE),
        new FollowSetpoint(
            evse, "8", new Setpoint(Power.ofWatts(-7_359.75)), Samples.ceiling(0), LEASE),
        new SetFallback(new StationId("garage-1"), Samples.ceiling(6)),
        new Release(evse));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void readsWhatItWrote(ChargingIntent intent) {
    assertThat(IntentJson.read(IntentJson.write(intent))).isEqualTo(intent);
  }

  @Test
  void isTestedWithEveryKindThereIs() {
    var tested = everyKind().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(tested)
        .isEqualTo(
            Arrays.stream(ChargingIntent.class.getPermittedSubclasses())
                .collect(Collectors.toSet()));
  }

  /** The first stored form, letter by letter: rows like this are in people's databases. */
  @Test
  void readsTheFirstVersionForEver() {
    String stored =
        """
        {"v":1,"kind":"cap-power","station":"garage-1","evse":2,"transaction":"tx-7",
         "from":"2026-11-22T12:00:00.123456Z","until":"2026-11-22T12:15:00.123456Z",
         "ceiling":{"perPhaseMa":16000,"phases":3,"voltageV":230}}
        """;

    assertThat(IntentJson.read(stored)).isEqualTo(Samples.cap("garage-1", 2, 16));
  }

  @Test
  void replacesTheOneCharacterThatThePostgresqlTypeCannotHold() {
    var intent = new CapPower(EvseRef.of("s", 1), "a\0b\\u0000", Samples.ceiling(6), LEASE);

    var read = (CapPower) IntentJson.read(IntentJson.write(intent));

    assertThat(read.transactionId()).isEqualTo("a\uFFFDb\\u0000");
  }

  @Test
  void refusesTheDocumentOfANewerEngine() {
    assertThatThrownBy(() -> IntentJson.read("{\"v\":2,\"kind\":\"release\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "A stored intent has version 2, but this engine reads version 1. Maybe a newer engine wrote it.");
  }

  @Test
  void refusesADocumentThatLacksAField() {
    assertThatThrownBy(
            () -> IntentJson.read("{\"v\":1,\"kind\":\"release\",\"station\":\"garage-1\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("A stored intent cannot be read")
        .hasMessageContaining("evse");
  }
}
