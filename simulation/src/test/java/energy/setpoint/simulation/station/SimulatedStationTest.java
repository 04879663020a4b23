package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.SimulatedVehicle;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.state.Arrival;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import energy.setpoint.simulation.station.wire.MemoryTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SimulatedStationTest {

  private static final Instant START = Instant.parse("2026-06-10T12:00:03Z");

  private final FakeEngine engine = new FakeEngine();
  private final MemoryTransport transport = new MemoryTransport(engine);
  private SimulatedStation station;
  private Instant now = START;

  static Stream<MessageSet> versions() {
    return Stream.of(new Messages16(), new Messages201(), new Messages21());
  }

  static Stream<MessageSet> laterVersions() {
    return versions().skip(1);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void bootsBeforeItSaysAnythingElse(MessageSet messages) {
    station = station(messages);

    live(3);

    assertThat(engine.heard)
        .extracting(FakeEngine.Heard::action)
        .startsWith("BootNotification", "StatusNotification", "StatusNotification");
    assertThat(station.snapshot().online()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void chargesWithAllTheEvseCanCarryWhenNothingLimitsIt(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));

    live(30);

    assertThat(amps(1)).isEqualTo(15.942);
    assertThat(station.snapshot().evses().getFirst().transactionId()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void givesNoEnergyToATokenThatIsRefused(MessageSet messages) {
    engine.acceptsTokens = false;
    station = station(messages);
    station.plugIn(1, van("STRANGER"));

    live(60);

    assertThat(engine.heard("Authorize")).hasSize(1);
    assertThat(amps(1)).isZero();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void metersOnTheClockWhateverTheMomentItStarted(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));

    live(120);

    List<Instant> times =
        engine.heard.stream()
            .flatMap(h -> h.payload().path("meterValue").valueStream())
            .filter(v ->
                v.path("sampledValue").path(0).path("context").asString("").equals("Sample.Clock"))
            .map(v -> Instant.parse(v.path("timestamp").asString("")))
            .toList();
    assertThat(times).hasSizeGreaterThan(10);
    assertThat(times).allMatch(at -> at.getEpochSecond() % 10 == 0 && at.getNano() == 0);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void obeysACeilingForItsTransaction(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);

    String call = setTxProfile(messages, 1, "'limit': 9");
    live(5);

    assertThat(statusOf(call)).isEqualTo("Accepted");
    assertThat(amps(1)).isEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void pausesUnderACeilingOfZeroAndSaysSo(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);

    setTxProfile(messages, 1, "'limit': 0");
    live(10);

    assertThat(amps(1)).isZero();
    String said =
        engine.heard.stream()
            .map(h ->
                h.payload().path("status").asString("")
                    + h.payload().path("transactionInfo").path("chargingState").asString(""))
            .filter(word -> word.startsWith("Suspended"))
            .findFirst()
            .orElse("");
    assertThat(said).isEqualTo("SuspendedEVSE");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void refusesAProfileForATransactionThatIsNotThere(MessageSet messages) {
    station = station(messages);
    live(3);

    String call = setTxProfile(messages, 1, "'limit': 9");
    transport.settle();

    assertThat(statusOf(call)).isEqualTo("Rejected");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void isFreeAgainAfterItsProfileWasCleared(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);
    setTxProfile(messages, 1, "'limit': 9");
    live(5);

    String field = messages instanceof Messages16 ? "id" : "chargingProfileId";
    String first = engine.call("ClearChargingProfile", "{'" + field + "': 7}");
    String second = engine.call("ClearChargingProfile", "{'" + field + "': 7}");
    live(5);

    assertThat(statusOf(first)).isEqualTo("Accepted");
    assertThat(statusOf(second)).isEqualTo("Unknown");
    assertThat(amps(1)).isEqualTo(15.942);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void knowsNoActionThatItsVersionDoesNotHave(MessageSet messages) {
    station = station(messages);
    live(3);

    String unknown = engine.callUnchecked("MakeCoffee", "{}");
    live(1);

    assertThat(engine.answers.get(unknown).path(2).asString("")).isEqualTo("NotImplemented");
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsUnsupportedActionsFromUnknownOnes(MessageSet messages) {
    station = station(messages);
    live(3);

    String monitoring = engine.call("SetMonitoringLevel", "{'severity': 3}");
    live(1);

    assertThat(engine.answers.get(monitoring).path(2).asString("")).isEqualTo("NotSupported");
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tellsItsCompositeSchedule(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);
    setTxProfile(messages, 1, "'limit': 9");
    live(1);

    String field = messages instanceof Messages16 ? "connectorId" : "evseId";
    String call = engine.call("GetCompositeSchedule", "{'" + field + "': 1, 'duration': 60}");
    live(1);

    JsonNode answer = engine.answers.get(call).path(2);
    JsonNode schedule =
        messages instanceof Messages16 ? answer.path("chargingSchedule") : answer.path("schedule");
    JsonNode periods = schedule.path("chargingSchedulePeriod");
    assertThat(periods).hasSize(1);
    assertThat(periods.path(0).path("limit").doubleValue()).isEqualTo(9);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void keepsItsTransactionAndItsLimitWhileTheConnectionIsLost(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);
    setTxProfile(messages, 1, "'limit': 9");
    live(10);
    Optional<String> before = transactionAt(1);

    engine.reachable = false;
    engine.hangUp();
    live(120);
    double offline = amps(1);
    engine.reachable = true;
    live(60);

    assertThat(offline).isEqualTo(9);
    assertThat(amps(1)).isEqualTo(9);
    assertThat(before).isPresent().isEqualTo(transactionAt(1));
    assertThat(engine.heard("BootNotification")).hasSize(1);
    assertThat(station.snapshot().online()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void bootsAfterAReconnectWhereItIsBuiltThatWay(MessageSet messages) {
    station = station(messages, StationSettings.usual().withBootAfterReconnect(true));
    live(3);

    engine.hangUp();
    live(10);

    assertThat(engine.heard("BootNotification")).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void deliversWhatHappenedOfflineInOrderAndMarksIt(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);
    engine.reachable = false;
    engine.hangUp();

    live(60);
    station.unplug(1);
    engine.reachable = true;
    live(60);

    List<JsonNode> events = engine.heard("TransactionEvent");
    assertThat(events.stream().map(e -> e.path("seqNo").intValue()))
        .isSorted()
        .doesNotHaveDuplicates();
    JsonNode last = events.getLast();
    assertThat(last.path("eventType").asString("")).isEqualTo("Ended");
    assertThat(last.path("offline").booleanValue()).isTrue();
    assertThat(last.path("timestamp").asString("")).isEqualTo(START.plusSeconds(90).toString());
  }

  @Test
  void stopsATransactionThatBeganOfflineUnderTheNumberItGetsLater() {
    station = station(new Messages16());
    live(3);
    engine.reachable = false;
    engine.hangUp();

    live(5);
    station.plugIn(2, van("CARD-2"));
    live(30);
    double offline = amps(2);
    station.unplug(2);
    engine.reachable = true;
    live(60);

    assertThat(offline).isEqualTo(15.942);
    assertThat(engine.heard("StartTransaction")).hasSize(1);
    assertThat(engine.heard("StopTransaction").getFirst().path("transactionId").intValue())
        .isEqualTo(100);
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsTheNeedsOfItsVehicle(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));

    live(10);

    JsonNode needs = engine.heard("NotifyEVChargingNeeds").getFirst().path("chargingNeeds");
    assertThat(needs.path("requestedEnergyTransfer").asString("")).isEqualTo("AC_three_phase");
    assertThat(needs.path("departureTime").asString("")).isEqualTo("2026-06-11T06:00:00Z");
    assertThat(needs.path("acChargingParameters").path("energyAmount").doubleValue())
        .isCloseTo(75_000 * 0.5 / 0.92, within(1.0));
  }

  @Test
  void followsANegativeSetpointAndMetersWhatItGivesBack() {
    Messages21 messages = new Messages21();
    station = station(messages);
    station.plugIn(3, bidirectionalCar());
    live(30);

    String call =
        setTxProfile(messages, 3, "'operationMode': 'CentralSetpoint', 'setpoint': -8280", "W");
    live(60);

    assertThat(statusOf(call)).isEqualTo("Accepted");
    assertThat(amps(3)).isEqualTo(-12);
    JsonNode params =
        engine
            .heard("NotifyEVChargingNeeds")
            .getFirst()
            .path("chargingNeeds")
            .path("v2xChargingParameters");
    assertThat(params.path("maxDischargePower").doubleValue()).isEqualTo(20_000);
    assertThat(params.path("evMinV2XEnergyRequest").doubleValue()).isNegative();
    JsonNode sampled = engine.heard("TransactionEvent").getLast().path("meterValue").path(0);
    assertThat(value(sampled, "Power.Active.Export")).isEqualTo(8280);
    assertThat(value(sampled, "Energy.Active.Export.Register")).isPositive();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void carriesNothingWithoutPowerAndBootsWhenItIsBack(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    live(30);
    Optional<String> before = transactionAt(1);

    station.cutPower();
    live(30);
    double dark = amps(1);
    station.restorePower();
    live(30);

    assertThat(dark).isZero();
    assertThat(engine.heard("BootNotification")).hasSize(2);
    assertThat(transactionAt(1)).isPresent().isNotEqualTo(before);
    assertThat(amps(1)).isEqualTo(15.942);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysNothingThatTheSchemasForbid(MessageSet messages) {
    station = station(messages);
    station.plugIn(1, van("CARD-1"));
    station.plugIn(3, bidirectionalCar());
    live(400);
    setTxProfile(messages, 1, "'limit': 9");
    setTxProfile(messages, 2, "'limit': 9");
    engine.call("TriggerMessage", "{'requestedMessage': 'MeterValues'}");
    engine.call("TriggerMessage", "{'requestedMessage': 'FirmwareStatusNotification'}");
    String evse = messages instanceof Messages16 ? "connectorId" : "evseId";
    engine.call(
        "GetCompositeSchedule", "{'" + evse + "': 1, 'duration': 600, 'chargingRateUnit': 'W'}");
    live(60);
    station.unplug(1);
    engine.call(
        "Reset", messages instanceof Messages16 ? "{'type': 'Soft'}" : "{'type': 'Immediate'}");
    live(60);

    assumeTrue(engine.hasSchemas(), "no OCPP schemas beside the project");
    assertThat(engine.schemaErrors).isEmpty();
    assertThat(engine.heard)
        .extracting(FakeEngine.Heard::action)
        .contains("Heartbeat", "MeterValues");
  }

  private String setTxProfile(MessageSet messages, int evse, String period) {
    return setTxProfile(messages, evse, period, "A");
  }

  private String setTxProfile(MessageSet messages, int evse, String period, String unit) {
    String schedule =
        "'startSchedule': '"
            + START
            + "', 'chargingRateUnit': '"
            + unit
            + "', 'chargingSchedulePeriod': [{'startPeriod': 0, "
            + period
            + "}]";
    String common =
        "'stackLevel': 2, 'chargingProfilePurpose': 'TxProfile', 'chargingProfileKind': 'Absolute'";
    if (messages instanceof Messages16) {
      String tx = transactionAt(evse).map(id -> ", 'transactionId': " + id).orElse("");
      return engine.call(
          "SetChargingProfile",
          "{'connectorId': "
              + evse
              + ", 'csChargingProfiles': {'chargingProfileId': 7, "
              + common
              + tx
              + ", 'chargingSchedule': {"
              + schedule
              + "}}}");
    }
    String tx = transactionAt(evse).orElse("none");
    return engine.call(
        "SetChargingProfile",
        "{'evseId': "
            + evse
            + ", 'chargingProfile': {'id': 7, "
            + common
            + ", 'transactionId': '"
            + tx
            + "', 'chargingSchedule': [{'id': 1, "
            + schedule
            + "}]}}");
  }

  private String statusOf(String call) {
    return engine.answers.get(call).path(2).path("status").asString("");
  }

  private static double value(JsonNode meterValue, String measurand) {
    return meterValue
        .path("sampledValue")
        .valueStream()
        .filter(s -> s.path("measurand").asString("").equals(measurand))
        .findFirst()
        .orElseThrow()
        .path("value")
        .doubleValue();
  }

  private double amps(int evse) {
    double sum = station.snapshot().evses().get(evse - 1).power().watts();
    return Math.round(sum / 690 * 1000) / 1000.0;
  }

  private Optional<String> transactionAt(int evse) {
    return station.snapshot().evses().get(evse - 1).transactionId();
  }

  private void live(int seconds) {
    transport.settle();
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      station.advance(now);
      transport.settle();
    }
  }

  private SimulatedStation station(MessageSet messages) {
    return station(messages, StationSettings.usual());
  }

  private SimulatedStation station(MessageSet messages, StationSettings settings) {
    Station described =
        new Station(
            new StationId("station-a"),
            new CircuitId("main"),
            List.of(evse(1, Supply.AC), evse(2, Supply.AC), evse(3, Supply.DC)),
            Current.ofAmps(6));
    return new SimulatedStation(
        described, Voltage.ofVolts(230), messages, transport, settings, START);
  }

  private static Evse evse(int number, Supply supply) {
    boolean dc = supply == Supply.DC;
    return new Evse(
        EvseRef.of("station-a", number),
        supply,
        List.of(Phase.L1, Phase.L2, Phase.L3),
        Current.ofAmps(dc ? 0 : 6),
        Current.ofAmps(32),
        dc);
  }

  private static Arrival van(String token) {
    return arrival(VehicleModel.van(), token);
  }

  private static Arrival bidirectionalCar() {
    VehicleModel car =
        VehicleModel.van()
            .withCapacity(Energy.ofKilowattHours(77))
            .withFeedIn(Power.ofKilowatts(20), new StateOfCharge(0.2));
    return arrival(car, "V2G-1");
  }

  private static Arrival arrival(VehicleModel model, String token) {
    VehicleModel quick = model.withReaction(Duration.ofSeconds(2));
    return new Arrival(
        new SimulatedVehicle(quick, new StateOfCharge(0.4)),
        token,
        Optional.of(Instant.parse("2026-06-11T06:00:00Z")),
        new StateOfCharge(0.9),
        true);
  }
}
