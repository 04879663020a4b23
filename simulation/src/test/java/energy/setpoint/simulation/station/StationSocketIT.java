package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.Await;
import energy.setpoint.simulation.station.habit.Habits;
import energy.setpoint.simulation.station.habit.Reply;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import energy.setpoint.simulation.station.wire.WebSocketTransport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stations on real sockets; their time runs a second with every look at them. */
class StationSocketIT {

  private final EngineServer server = new EngineServer();
  private final WebSocketTransport transport = new WebSocketTransport(server.uri());
  private Instant now = StationBench.START;
  private SimulatedStation station;

  static Stream<MessageSet> versions() {
    return Stream.of(new Messages16(), new Messages201(), new Messages21());
  }

  @AfterEach
  void close() {
    station.close();
    transport.close();
    server.close();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysNothingThatTheSchemasForbid(MessageSet messages) throws Exception {
    start(messages);
    station.plugIn(1, StationBench.van());
    until("charging", () -> amps(1) > 15);

    String report = messages instanceof Messages16 ? "GetConfiguration" : "GetBaseReport";
    String call =
        call(
            report,
            messages instanceof Messages16
                ? "{}"
                : "{'requestId': 1, 'reportBase': 'FullInventory'}");
    until("an answer", () -> answered(call));
    until(
        "all reports",
        () ->
            server.with(e ->
                messages instanceof Messages16
                    || e.heard("NotifyReport").stream()
                        .anyMatch(r -> !r.path("tbc").asBoolean(false))));

    assertThat(schemaErrors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void misbehavesOverASocketAsToldAndRecovers(MessageSet messages) throws Exception {
    start(messages);
    Duration late = Duration.ofSeconds(30);
    station.adopt(Habits.GOOD.with("ClearCache", new Reply.Silent(false)));
    String silent = call("ClearCache", "{}");
    String after = call("GetLocalListVersion", "{}");
    until("the answer to what came after", () -> answered(after));
    station.adopt(Habits.GOOD.with("ClearCache", new Reply.Late(late)));
    String delayed = call("ClearCache", "{}");
    until("the late answer", () -> answered(delayed));
    station.adopt(Habits.GOOD.with("ClearCache", new Reply.Garbled()));
    call("ClearCache", "{}");
    until("the garbled answer", () -> server.with(e -> e.garbled.size()) == 1);
    station.adopt(Habits.GOOD.with("ClearCache", new Reply.Disconnects()));
    call("ClearCache", "{}");
    until("a second connection", () -> server.with(e -> e.connections) == 2);
    station.adopt(Habits.GOOD);
    until("the connection to be back", () -> station.snapshot().online());

    String well = call("ClearCache", "{}");

    until("a good answer", () -> answered(well));
    assertThat(answered(silent)).isFalse();
  }

  /** K28: the case of a bidirectional vehicle and a setpoint that changes all the time. */
  @Test
  void followsADynamicSetpointUpAndDown() throws Exception {
    start(new Messages21());
    station.plugIn(1, StationBench.car());
    until("a transaction", () -> !transaction().isEmpty());
    call(
        "SetChargingProfile",
        "{'evseId': 1, 'chargingProfile': {'id': 7, 'stackLevel': 1, 'transactionId': '"
            + transaction()
            + "', 'chargingProfilePurpose': 'TxProfile', 'chargingProfileKind': 'Dynamic',"
            + " 'chargingSchedule': [{'id': 1, "
            + StationBench.dynamicWatts("'operationMode': 'CentralSetpoint', 'setpoint': 0")
            + "}]}}");

    for (double watts : new double[] {6900, -6900, 3450, -10_350}) {
      call(
          "UpdateDynamicSchedule",
          "{'chargingProfileId': 7, 'scheduleUpdate': {'setpoint': " + watts + "}}");
      until(watts + " W", () -> Math.abs(amps(1) - watts / 690) < 0.01);
    }

    assertThat(schemaErrors()).isEmpty();
  }

  private void start(MessageSet messages) throws InterruptedException {
    Evse evse =
        new Evse(
            EvseRef.of("socket-a", 1),
            messages instanceof Messages21 ? Supply.DC : Supply.AC,
            List.of(Phase.L1, Phase.L2, Phase.L3),
            Current.ZERO,
            Current.ofAmps(32),
            messages instanceof Messages21);
    Station described =
        new Station(
            new StationId("socket-a"), new CircuitId("main"), List.of(evse), Current.ofAmps(6));
    station =
        new SimulatedStation(
            described,
            Voltage.ofVolts(230),
            messages,
            transport,
            StationSettings.usual().withCallTimeout(Duration.ofDays(1)),
            now);
    until("online", () -> station.snapshot().online());
  }

  private String call(String action, String payload) {
    return server.with(engine -> engine.call(action, payload));
  }

  private List<String> schemaErrors() {
    return server.with(engine -> List.copyOf(engine.schemaErrors));
  }

  private boolean answered(String call) {
    return server.with(engine -> engine.answered.contains(call));
  }

  private double amps(int evse) {
    return station.snapshot().evses().get(evse - 1).power().watts() / 690;
  }

  private String transaction() {
    return station.snapshot().evses().getFirst().transactionId().orElse("");
  }

  private void until(String what, BooleanSupplier condition) throws InterruptedException {
    Await.until(what, condition, () -> live(1));
  }

  private void live(int seconds) {
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      station.advance(now);
    }
  }
}
