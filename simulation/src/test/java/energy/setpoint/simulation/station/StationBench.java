package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;

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
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.wire.MemoryTransport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A station with two AC EVSEs and a bidirectional DC one, on a pipe to a fake engine that checks
 * everything against the official schemas.
 */
final class StationBench {

  static final Instant START = Instant.parse("2026-06-10T12:00:03Z");

  private static final List<Evse> THREE =
      List.of(evse(1, Supply.AC, false), evse(2, Supply.AC, false), evse(3, Supply.DC, true));

  final FakeEngine engine = new FakeEngine();
  final MemoryTransport transport = new MemoryTransport(engine);
  final SimulatedStation station;
  Instant now = START;

  public StationBench(MessageSet messages) {
    this(messages, StationType.USUAL);
  }

  public StationBench(MessageSet messages, StationType type) {
    this(messages, type, THREE);
  }

  private StationBench(MessageSet messages, StationType type, List<Evse> evses) {
    Station described =
        new Station(new StationId("station-a"), new CircuitId("main"), evses, Current.ofAmps(6));
    station =
        new SimulatedStation(
            described,
            Voltage.ofVolts(230),
            messages,
            transport,
            StationSettings.usual(),
            type,
            START);
    live(3);
  }

  /** With a van that charges at EVSE 1. */
  public static StationBench charging(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    bench.station.plugIn(1, van());
    bench.live(30);
    return bench;
  }

  /** With a car at EVSE 3 that gives energy back, too. */
  public static StationBench bidirectional(MessageSet messages) {
    return bidirectional(messages, StationType.USUAL);
  }

  public static StationBench bidirectional(MessageSet messages, StationType type) {
    StationBench bench = new StationBench(messages, type);
    bench.station.plugIn(3, car());
    bench.live(30);
    return bench;
  }

  /** With a fourth EVSE, for AC both ways, and a car there. */
  public static StationBench bidirectionalOnAc(MessageSet messages, StationType type) {
    List<Evse> four = Stream.concat(THREE.stream(), Stream.of(evse(4, Supply.AC, true))).toList();
    StationBench bench = new StationBench(messages, type, four);
    bench.station.plugIn(4, car());
    bench.live(30);
    return bench;
  }

  void live(int seconds) {
    transport.settle();
    for (int i = 0; i < seconds; i++) {
      now = now.plusSeconds(1);
      station.advance(now);
      transport.settle();
    }
  }

  /** Calls the station, lives two seconds, and gives the answer's payload. */
  JsonNode ask(String action, String payload) {
    String id = engine.call(action, payload);
    live(2);
    assertThat(engine.answers).as(action).containsKey(id);
    JsonNode frame = engine.answers.get(id);
    return frame.path(0).asInt(0) == 3 ? frame.path(2) : frame;
  }

  String status(String action, String payload) {
    return ask(action, payload).path("status").asString("");
  }

  String reason(String action, String payload) {
    return ask(action, payload).path("statusInfo").path("reasonCode").asString("");
  }

  /** Per phase, negative when feeding back. */
  double amps(int evse) {
    double watts = evse(evse).power().watts();
    return Math.round(watts / 690 * 1000) / 1000.0;
  }

  String transaction(int evse) {
    return evse(evse).transactionId().orElse("");
  }

  boolean speaks16() {
    return station.snapshot().subprotocol().equals("ocpp1.6");
  }

  List<JsonNode> heard(String action) {
    return engine.heard(action);
  }

  void assertSchemasKept() {
    assertThat(engine.schemaErrors).isEmpty();
  }

  /** SetChargingProfile of 2.x with one schedule. */
  String profile(int evse, String purpose, String kind, String schedule) {
    return profile(7, evse, 2, purpose, kind, schedule);
  }

  String profile(int id, int evse, int level, String purpose, String kind, String schedule) {
    String tx = purpose.equals("TxProfile") ? "'transactionId': '" + transaction(evse) + "', " : "";
    return "{'evseId': "
        + evse
        + ", 'chargingProfile': {'id': "
        + id
        + ", 'stackLevel': "
        + level
        + ", "
        + tx
        + "'chargingProfilePurpose': '"
        + purpose
        + "', 'chargingProfileKind': '"
        + kind
        + "', 'chargingSchedule': [{'id': 1, "
        + schedule
        + "}]}}";
  }

  /** One period from the beginning on, in watts. */
  static String watts(String period) {
    return "'startSchedule': '"
        + START
        + "', 'chargingRateUnit': 'W', 'chargingSchedulePeriod': [{'startPeriod': 0, "
        + period
        + "}]";
  }

  /** The same for a dynamic profile. */
  static String dynamicWatts(String period) {
    return "'chargingRateUnit': 'W', 'chargingSchedulePeriod': [{'startPeriod': 0, "
        + period
        + "}]";
  }

  static String amps(String period) {
    return watts(period).replace("'W'", "'A'");
  }

  static Arrival van() {
    return arrival(VehicleModel.van(), "CARD-1");
  }

  static Arrival car() {
    VehicleModel model =
        VehicleModel.van()
            .withCapacity(Energy.ofKilowattHours(77))
            .withFeedIn(Power.ofKilowatts(20), new StateOfCharge(0.2));
    return arrival(model, "V2G-1");
  }

  private static Arrival arrival(VehicleModel model, String token) {
    return new Arrival(
        new SimulatedVehicle(model, new StateOfCharge(0.4)),
        token,
        Optional.of(Instant.parse("2026-06-11T06:00:00Z")),
        new StateOfCharge(0.9),
        true);
  }

  private EvseSnapshot evse(int number) {
    return station.snapshot().evses().get(number - 1);
  }

  private static Evse evse(int number, Supply supply, boolean bidirectional) {
    boolean dc = supply == Supply.DC;
    return new Evse(
        EvseRef.of("station-a", number),
        supply,
        List.of(Phase.L1, Phase.L2, Phase.L3),
        Current.ofAmps(dc ? 0 : 6),
        Current.ofAmps(32),
        bidirectional);
  }
}
