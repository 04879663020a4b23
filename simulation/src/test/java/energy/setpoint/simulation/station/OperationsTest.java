package energy.setpoint.simulation.station;

import static energy.setpoint.simulation.station.StationBench.amps;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class OperationsTest {

  static Stream<MessageSet> versions() {
    return Stream.of(new Messages16(), new Messages201(), new Messages21());
  }

  static Stream<MessageSet> laterVersions() {
    return versions().skip(1);
  }

  /** B12.FR.01, B12.FR.02: waits for the end of the transaction. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void restartsWhenNobodyChargesAnyMore(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    String status = bench.status("Reset", "{'type': 'OnIdle'}");
    bench.live(20);
    int before = bench.heard("BootNotification").size();
    bench.station.unplug(1);
    bench.live(20);

    assertThat(status).isEqualTo("Scheduled");
    assertThat(before).isEqualTo(1);
    assertThat(bench.heard("BootNotification")).hasSize(2);
    assertThat(bench.heard("BootNotification").getLast().path("reason").asString(""))
        .isEqualTo("RemoteReset");
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void takesAnEvseOutOfOperationAfterItsTransaction(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);
    boolean is16 = messages instanceof Messages16;
    String change =
        is16
            ? "{'connectorId': 1, 'type': 'Inoperative'}"
            : "{'evse': {'id': 1}, 'operationalStatus': 'Inoperative'}";

    String status = bench.status("ChangeAvailability", change);
    bench.live(10);
    double busy = bench.amps(1);
    bench.station.unplug(1);
    bench.live(2);
    bench.station.plugIn(1, StationBench.van());
    bench.live(60);

    assertThat(status).isEqualTo("Scheduled");
    assertThat(busy).isEqualTo(15.942);
    assertThat(bench.amps(1)).isZero();
    String word = is16 ? "status" : "connectorStatus";
    assertThat(bench.heard("StatusNotification").getLast().path(word).asString(""))
        .isEqualTo("Unavailable");
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void servesAgainWhenItIsBackInOperation(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    boolean is16 = messages instanceof Messages16;
    String all = is16 ? "{'connectorId': 0, 'type': 'X'}" : "{'operationalStatus': 'X'}";
    bench.ask("ChangeAvailability", all.replace("X", "Inoperative"));

    String status = bench.status("ChangeAvailability", all.replace("X", "Operative"));
    bench.station.plugIn(1, StationBench.van());
    bench.live(30);

    assertThat(status).isEqualTo("Accepted");
    assertThat(bench.amps(1)).isEqualTo(15.942);
  }

  /** H01: only the token that it is kept for is served. */
  @ParameterizedTest
  @MethodSource("versions")
  void keepsAnEvseForAReservation(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    boolean is16 = messages instanceof Messages16;
    String reserve =
        is16
            ? "{'connectorId': 1, 'expiryDate': '2026-06-10T14:00:00Z', 'idTag': 'FRIEND', 'reservationId': 4}"
            : "{'id': 4, 'expiryDateTime': '2026-06-10T14:00:00Z', 'evseId': 1, 'idToken': {'idToken': 'FRIEND', 'type': 'ISO14443'}}";

    String first = bench.status("ReserveNow", reserve);
    String again =
        bench.status(
            "ReserveNow", reserve.replace("Id': 4", "Id': 5").replace("'id': 4", "'id': 5"));
    bench.station.plugIn(1, StationBench.van());
    bench.live(30);
    double stranger = bench.amps(1);
    String cancelled = bench.status("CancelReservation", "{'reservationId': 4}");
    String unknown = bench.status("CancelReservation", "{'reservationId': 4}");

    assertThat(List.of(first, again, cancelled, unknown))
        .containsExactly("Accepted", "Occupied", "Accepted", "Rejected");
    assertThat(stranger).isZero();
    bench.assertSchemasKept();
  }

  /** K05.FR.02, K05.FR.03, K05.FR.05. */
  @ParameterizedTest
  @MethodSource("versions")
  void startsRemotelyWithAProfile(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    bench.engine.acceptsTokens = false;
    bench.station.plugIn(1, StationBench.van());
    bench.live(10);
    bench.engine.acceptsTokens = true;

    String wrong = startWith(bench, messages, "TxDefaultProfile");
    String right = startWith(bench, messages, "TxProfile");
    bench.live(20);

    assertThat(wrong).isEqualTo("Rejected");
    assertThat(right).isEqualTo("Accepted");
    assertThat(bench.amps(1)).isEqualTo(9);
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void stopsRemotelyWhatIsThere(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    String unknown = bench.reason("RequestStopTransaction", "{'transactionId': 'other'}");
    String known =
        bench.status("RequestStopTransaction", "{'transactionId': '" + bench.transaction(1) + "'}");
    bench.live(8);

    assertThat(unknown).isEqualTo("TxNotFound");
    assertThat(known).isEqualTo("Accepted");
    assertThat(bench.amps(1)).isZero();
  }

  /** E14. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsWhetherATransactionGoesOn(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    JsonNode known =
        bench.ask("GetTransactionStatus", "{'transactionId': '" + bench.transaction(1) + "'}");
    JsonNode unknown = bench.ask("GetTransactionStatus", "{'transactionId': 'other'}");

    assertThat(known.path("ongoingIndicator").booleanValue()).isTrue();
    assertThat(unknown.path("ongoingIndicator").asBoolean(true)).isFalse();
    bench.assertSchemasKept();
  }

  @Test
  void endsTheTransactionWhenAConnectorOf16IsUnlocked() {
    StationBench bench = StationBench.charging(new Messages16());

    String status = bench.status("UnlockConnector", "{'connectorId': 1}");
    String unknown = bench.status("UnlockConnector", "{'connectorId': 8}");

    assertThat(status).isEqualTo("Unlocked");
    assertThat(unknown).isEqualTo("NotSupported");
    assertThat(bench.heard("StopTransaction")).hasSize(1);
    bench.assertSchemasKept();
  }

  /** F05.FR.02. */
  @Test
  void doesNotUnlockAConnectorInATransactionOf2() {
    StationBench bench = StationBench.charging(new Messages21());

    String busy = bench.status("UnlockConnector", "{'evseId': 1, 'connectorId': 1}");
    String free = bench.status("UnlockConnector", "{'evseId': 2, 'connectorId': 1}");

    assertThat(busy).isEqualTo("OngoingAuthorizedTransaction");
    assertThat(free).isEqualTo("Unlocked");
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void tellsHowItsLogAndItsFirmwareGetOn(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    String log =
        "{'requestId': 3, 'logType': 'DiagnosticsLog', 'log': {'remoteLocation': 'https://h/l'}}";
    String firmware =
        messages instanceof Messages16
            ? "{'location': 'https://h/f', 'retrieveDate': '2026-06-10T12:00:00Z'}"
            : "{'requestId': 4, 'firmware': {'location': 'https://h/f', 'retrieveDateTime': '2026-06-10T12:00:00Z'}}";

    bench.ask("GetLog", log);
    bench.ask("UpdateFirmware", firmware);
    bench.live(30);

    assertThat(statuses(bench, "LogStatusNotification")).containsExactly("Uploading", "Uploaded");
    assertThat(statuses(bench, "FirmwareStatusNotification"))
        .containsExactly(
            messages instanceof Messages16
                ? new String[] {"Downloading", "Downloaded", "Installing", "Installed"}
                : new String[] {
                  "Downloading", "Downloaded", "Installing", "InstallRebooting", "Installed"
                });
    bench.assertSchemasKept();
  }

  /** M03, M04, M05; kept over a reboot. */
  @ParameterizedTest
  @MethodSource("versions")
  void keepsListsAndDeletesCertificates(MessageSet messages) throws Exception {
    StationBench bench = new StationBench(messages);
    String type =
        messages instanceof Messages16 ? "CentralSystemRootCertificate" : "CSMSRootCertificate";
    String list =
        messages instanceof Messages16
            ? "{'certificateType': '" + type + "'}"
            : "{'certificateType': ['" + type + "']}";
    String none = bench.status("GetInstalledCertificateIds", list);
    String pem = rootCertificate().replace("\n", "\\n");

    String garbage =
        bench.status(
            "InstallCertificate", "{'certificateType': '" + type + "', 'certificate': 'no'}");
    String installed =
        bench.status(
            "InstallCertificate",
            "{'certificateType': '" + type + "', 'certificate': '" + pem + "'}");
    bench.station.reboot();
    bench.live(20);
    JsonNode listed = bench.ask("GetInstalledCertificateIds", list);
    JsonNode hash =
        messages instanceof Messages16
            ? listed.path("certificateHashData").path(0)
            : listed.path("certificateHashDataChain").path(0).path("certificateHashData");
    String delete = "{'certificateHashData': " + hash + "}";
    String deleted = bench.status("DeleteCertificate", delete);
    String gone = bench.status("DeleteCertificate", delete);

    assertThat(List.of(none, garbage, installed, deleted, gone))
        .containsExactly("NotFound", "Rejected", "Accepted", "Accepted", "NotFound");
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("laterVersions")
  void keepsMessagesForItsDisplay(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    String message =
        "{'message': {'id': 4, 'priority': 'InFront', 'message': {'format': 'UTF8', 'content': 'Hi'}}}";

    String set = bench.status("SetDisplayMessage", message);
    String got = bench.status("GetDisplayMessages", "{'requestId': 1}");
    String cleared = bench.status("ClearDisplayMessage", "{'id': 4}");
    String none = bench.status("GetDisplayMessages", "{'requestId': 2}");

    assertThat(List.of(set, got, cleared, none))
        .containsExactly("Accepted", "Accepted", "Accepted", "Unknown");
    assertThat(bench.heard("NotifyDisplayMessages")).hasSize(1);
    bench.assertSchemasKept();
  }

  /** D01.FR.19. */
  @Test
  void refusesADifferentialListThatIsNotNewer() {
    StationBench bench = new StationBench(new Messages201());
    bench.ask("SendLocalList", "{'versionNumber': 4, 'updateType': 'Full'}");

    String same =
        bench.status("SendLocalList", "{'versionNumber': 4, 'updateType': 'Differential'}");
    JsonNode version = bench.ask("GetLocalListVersion", "{}");

    assertThat(same).isEqualTo("VersionMismatch");
    assertThat(version.path("versionNumber").intValue()).isEqualTo(4);
    bench.assertSchemasKept();
  }

  /** F06.FR.05. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void saysSoonWhatItIsAskedToSay(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    String known =
        bench.status("TriggerMessage", "{'requestedMessage': 'FirmwareStatusNotification'}");
    String nowhere =
        bench.status("TriggerMessage", "{'requestedMessage': 'MeterValues', 'evse': {'id': 9}}");
    String never = bench.status("TriggerMessage", "{'requestedMessage': 'SignV2GCertificate'}");

    assertThat(List.of(known, nowhere, never))
        .containsExactly("Accepted", "Rejected", "NotImplemented");
    assertThat(statuses(bench, "FirmwareStatusNotification")).containsExactly("Idle");
    bench.assertSchemasKept();
  }

  private static String startWith(StationBench bench, MessageSet messages, String purpose) {
    String schedule = amps("'limit': 9");
    String common =
        "'stackLevel': 1, 'chargingProfilePurpose': '"
            + purpose
            + "', 'chargingProfileKind': 'Absolute', 'chargingSchedule': ";
    if (messages instanceof Messages16) {
      return bench.status(
          "RemoteStartTransaction",
          "{'connectorId': 1, 'idTag': 'R', 'chargingProfile': {'chargingProfileId': 5, "
              + common
              + "{"
              + schedule
              + "}}}");
    }
    return bench.status(
        "RequestStartTransaction",
        "{'evseId': 1, 'remoteStartId': 1, 'idToken': {'idToken': 'R', 'type': 'Central'}, 'chargingProfile': {'id': 5, "
            + common
            + "[{'id': 1, "
            + schedule
            + "}]}}");
  }

  private static List<String> statuses(StationBench bench, String action) {
    return bench.heard(action).stream().map(n -> n.path("status").asString("")).toList();
  }

  /** A root certificate that was made for this test with an elliptic key. */
  private static String rootCertificate() throws Exception {
    try (var stream = OperationsTest.class.getResourceAsStream("root.pem")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.US_ASCII);
    }
  }
}
