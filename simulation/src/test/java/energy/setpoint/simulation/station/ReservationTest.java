package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** OCPP 2.x part 2, H01 to H04; OCPP 1.6 sections 5.2 and 5.13. */
class ReservationTest {

  static Stream<MessageSet> versions() {
    return Stream.of(new Messages16(), new Messages201(), new Messages21());
  }

  /** H03.FR.01, H01.FR.15: only the owner of the token starts, and says with which reservation. */
  @ParameterizedTest
  @MethodSource("versions")
  void letsTheOwnerOfTheTokenStartAndNamesTheReservation(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "CARD-1", "14:00:00");

    bench.station.plugIn(1, StationBench.van());
    bench.live(20);

    JsonNode start =
        bench
            .heard(messages instanceof Messages16 ? "StartTransaction" : "TransactionEvent")
            .getFirst();
    assertThat(start.path("reservationId").intValue()).isEqualTo(4);
    assertThat(bench.amps(1)).isEqualTo(15.942);
    assertThat(cancel(bench, 4)).isEqualTo("Rejected");
    bench.assertSchemasKept();
  }

  /** H04.FR.01, H04.FR.02, H04.FR.03. */
  @ParameterizedTest
  @MethodSource("versions")
  void isFreeAgainWhenAReservationHasExpired(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "FRIEND", "12:01:00");
    String reserved = lastStatus(bench);
    bench.live(70);
    String expired = lastStatus(bench);

    bench.station.plugIn(1, StationBench.van());
    bench.live(20);

    assertThat(List.of(reserved, expired)).containsExactly("Reserved", "Available");
    assertThat(bench.amps(1)).isEqualTo(15.942);
    assertThat(bench.heard("ReservationStatusUpdate"))
        .extracting(u ->
            u.path("reservationId").intValue() + u.path("reservationUpdateStatus").asString(""))
        .containsExactly(
            messages instanceof Messages16 ? new String[0] : new String[] {"4Expired"});
    bench.assertSchemasKept();
  }

  /** A stranger who has waited at the EVSE starts when it is free. */
  @ParameterizedTest
  @MethodSource("versions")
  void servesWhoWaitsWhenAReservationIsCancelled(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "FRIEND", "14:00:00");
    bench.station.plugIn(1, StationBench.van());
    bench.live(20);
    double before = bench.amps(1);

    cancel(bench, 4);
    bench.live(20);

    assertThat(before).isZero();
    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void keepsAReservationFromAStrangerOverARestart(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "FRIEND", "14:00:00");
    bench.station.plugIn(1, StationBench.van());
    bench.live(5);

    bench.station.reboot();
    bench.live(30);

    assertThat(bench.amps(1)).isZero();
    assertThat(cancel(bench, 4)).isEqualTo("Accepted");
  }

  /** H03.FR.01: a remote start does not go round a reservation. */
  @ParameterizedTest
  @MethodSource("versions")
  void refusesARemoteStartForAnotherToken(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "FRIEND", "14:00:00");
    bench.station.plugIn(1, StationBench.van());
    bench.live(10);

    String stranger = remoteStart(bench, "OTHER");
    String friend = remoteStart(bench, "FRIEND");
    bench.live(20);

    assertThat(List.of(stranger, friend)).containsExactly("Rejected", "Accepted");
    assertThat(bench.amps(1)).isEqualTo(15.942);
    bench.assertSchemasKept();
  }

  /** H01.FR.02. */
  @ParameterizedTest
  @MethodSource("versions")
  void replacesAReservationWithTheSameId(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "FRIEND", "14:00:00");

    String moved = reserve(bench, 4, 2, "CARD-1", "14:00:00");
    bench.station.plugIn(1, StationBench.van());
    bench.live(20);

    assertThat(moved).isEqualTo("Accepted");
    assertThat(bench.amps(1)).isEqualTo(15.942);
    assertThat(cancel(bench, 4)).isEqualTo("Accepted");
  }

  /** H01.FR.17. */
  @ParameterizedTest
  @MethodSource("versions")
  void dropsAReservationWhenItsEvseGoesOutOfOperation(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    reserve(bench, 4, 1, "FRIEND", "14:00:00");

    bench.ask(
        "ChangeAvailability",
        messages instanceof Messages16
            ? "{'connectorId': 1, 'type': 'Inoperative'}"
            : "{'operationalStatus': 'Inoperative', 'evse': {'id': 1}}");
    bench.live(3);

    assertThat(lastStatus(bench)).isEqualTo("Unavailable");
    assertThat(cancel(bench, 4)).isEqualTo("Rejected");
    assertThat(bench.heard("ReservationStatusUpdate"))
        .extracting(u -> u.path("reservationUpdateStatus").asString(""))
        .containsExactly(messages instanceof Messages16 ? new String[0] : new String[] {"Removed"});
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void refusesAReservationThatIsOver(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    assertThat(reserve(bench, 4, 1, "FRIEND", "11:00:00")).isEqualTo("Rejected");
  }

  private static String reserve(StationBench bench, int id, int evse, String token, String until) {
    String expiry = "2026-06-10T" + until + "Z";
    return bench.status(
        "ReserveNow",
        bench.speaks16()
            ? "{'connectorId': %d, 'expiryDate': '%s', 'idTag': '%s', 'reservationId': %d}"
                .formatted(evse, expiry, token, id)
            : ("{'id': %d, 'expiryDateTime': '%s', 'evseId': %d, 'idToken': {'idToken': '%s',"
                    + " 'type': 'ISO14443'}}")
                .formatted(id, expiry, evse, token));
  }

  private static String cancel(StationBench bench, int id) {
    return bench.status("CancelReservation", "{'reservationId': " + id + "}");
  }

  private static String remoteStart(StationBench bench, String token) {
    return bench.speaks16()
        ? bench.status(
            "RemoteStartTransaction", "{'connectorId': 1, 'idTag': '%s'}".formatted(token))
        : bench.status(
            "RequestStartTransaction",
            "{'evseId': 1, 'remoteStartId': 1, 'idToken': {'idToken': '%s', 'type': 'ISO14443'}}"
                .formatted(token));
  }

  private static String lastStatus(StationBench bench) {
    JsonNode last = bench.heard("StatusNotification").getLast();
    return last.path(bench.speaks16() ? "status" : "connectorStatus").asString("");
  }
}
