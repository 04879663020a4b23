package energy.setpoint.app.storage.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.setpoint.app.storage.Samples;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.AllowEnergyTransfer.EnergyService;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        new FollowSetpoint(
            evse, "8", new Setpoint(Power.ZERO), Samples.ceiling(0), Pace.FAST, LEASE),
        new AdjustSetpoint(evse, "8", new Setpoint(Power.ofWatts(-1.5)), Samples.ceiling(0), LEASE),
        new CapPhases(
            evse, "9", List.of(Current.ofAmps(16), Current.ZERO), Voltage.ofVolts(230), LEASE),
        new SwitchPhases(evse, "9", ceiling(1), Optional.of(Phase.L3), LEASE),
        new SwitchPhases(evse, "9", ceiling(3), Optional.empty(), LEASE),
        operate(new OperatingMode.ExternalLimits(Power.ofWatts(-7000))),
        operate(new OperatingMode.ExternalSetpoint(Power.ZERO)),
        operate(new OperatingMode.LocalLoadBalancing(Power.ofWatts(-1))),
        operate(new OperatingMode.CentralFrequency(Power.ofWatts(-3000.25))),
        operate(new OperatingMode.LocalFrequency(Power.ofWatts(500), curve(49.9, 50.1), List.of())),
        operate(
            new OperatingMode.LocalFrequency(Power.ofWatts(500), curve(49.9, 50.1), curve(-1, 1))),
        operate(new OperatingMode.Idle(true, false)),
        new CapStation(new StationId("garage-1"), Samples.ceiling(40), LEASE),
        new SetFallback(new StationId("garage-1"), Samples.ceiling(6)),
        new OfferPriority(new StationId("garage-1"), Samples.ceiling(32)),
        new PrioritizeCharging(evse, "7", true),
        new StopTransaction(evse, "7"),
        new AllowEnergyTransfer(
            evse, "7", Set.of(EnergyService.DC, EnergyService.DC_BIDIRECTIONAL)),
        new CallReserve(new StationId("garage-1"), Samples.NOON, -3),
        new Release(evse));
  }

  private static Operate operate(OperatingMode mode) {
    return new Operate(EvseRef.of("garage-1", 2), "7", mode, Samples.ceiling(16), LEASE);
  }

  private static List<CurvePoint> curve(double from, double to) {
    return List.of(
        new CurvePoint(from, Power.ofWatts(-4000)), new CurvePoint(to, Power.ofWatts(4000)));
  }

  private static Ceiling ceiling(int phases) {
    return new Ceiling(Current.ofAmps(10), phases, Voltage.ofVolts(230));
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void readsWhatItWrote(ChargingIntent intent) {
    assertThat(IntentJson.read(IntentJson.write(intent))).isEqualTo(intent);
  }

  @Test
  void isTestedWithEveryKindThatIsStored() {
    var tested = everyKind().stream().map(Object::getClass).collect(Collectors.toSet());

    assertThat(tested)
        .isEqualTo(
            leaves(ChargingIntent.class)
                .filter(kind -> !RequestedIntent.class.isAssignableFrom(kind))
                .collect(Collectors.toSet()));
  }

  @Test
  void isTestedWithEveryOperationModeThereIs() {
    var tested =
        everyKind().stream()
            .filter(Operate.class::isInstance)
            .map(intent -> ((Operate) intent).mode().getClass())
            .collect(Collectors.toSet());

    assertThat(tested).isEqualTo(leaves(OperatingMode.class).collect(Collectors.toSet()));
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(IntentJsonTest::leaves)
        : Stream.of(type);
  }

  /** Rows from before there were paces. */
  @Test
  void takesASetpointWithoutAPaceForASteadyOne() {
    String stored =
        """
        {"v":1,"kind":"follow-setpoint","station":"garage-1","evse":2,"transaction":"tx-7",
         "setpointW":-5000.0,
         "from":"2026-11-22T12:00:00.123456Z","until":"2026-11-22T12:15:00.123456Z",
         "ceiling":{"perPhaseMa":0,"phases":3,"voltageV":230}}
        """;

    assertThat(IntentJson.read(stored))
        .isInstanceOfSatisfying(
            FollowSetpoint.class, follow -> assertThat(follow.pace()).isEqualTo(Pace.STEADY));
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
