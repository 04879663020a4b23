package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** OCPP 2.x part 2, B01, B12, E04, L01, L02, N01, and the same in 1.6. */
class UpkeepTest {

  private static final String FIRMWARE = "FirmwareStatusNotification";

  static Stream<MessageSet> versions() {
    return Stream.of(new Messages16(), new Messages201(), new Messages21());
  }

  static Stream<MessageSet> laterVersions() {
    return Stream.of(new Messages201(), new Messages21());
  }

  /** L01.FR.05, L01.FR.15: it restarts, and comes back with the new version. */
  @ParameterizedTest
  @MethodSource("versions")
  void bootsWithTheNewFirmwareAndThenSaysThatItIsInstalled(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    update(bench, "https://example.org/fw-2.1.bin", "");
    bench.live(30);

    JsonNode boot = bench.heard("BootNotification").getLast();
    assertThat(bench.heard("BootNotification")).hasSize(2);
    assertThat(
            bench.speaks16()
                ? boot.path("firmwareVersion").asString("")
                : boot.path("chargingStation").path("firmwareVersion").asString("")
                    + boot.path("reason").asString(""))
        .isEqualTo(bench.speaks16() ? "fw-2.1" : "fw-2.1FirmwareUpdate");
    List<String> actions = bench.engine.heard.stream().map(FakeEngine.Heard::action).toList();
    assertThat(actions.lastIndexOf(FIRMWARE))
        .isGreaterThan(actions.lastIndexOf("BootNotification"));
    assertThat(statuses(bench, FIRMWARE)).endsWith("Installed");
    bench.assertSchemasKept();
  }

  /** L01.FR.06, L01.FR.07. */
  @ParameterizedTest
  @MethodSource("versions")
  void waitsForTransactionsAndLetsNoneBeginBeforeItInstalls(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    update(bench, "https://example.org/fw-2.1.bin", "");
    bench.live(20);
    bench.station.plugIn(2, StationBench.car());
    bench.live(20);
    List<String> meanwhile = statuses(bench, FIRMWARE);
    double other = bench.amps(2);
    double charging = bench.amps(1);
    bench.station.unplug(1);
    bench.live(40);

    assertThat(meanwhile).containsExactly("Downloading", "Downloaded");
    assertThat(List.of(other, charging)).containsExactly(0.0, 15.942);
    assertThat(statuses(bench, FIRMWARE)).endsWith("Installed");
    assertThat(bench.amps(2)).isEqualTo(15.942);
    bench.assertSchemasKept();
  }

  /** L01.FR.13, L01.FR.16. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void waitsForTheTimesThatItIsTold(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    update(
        bench,
        "https://example.org/fw.bin",
        ", 'retrieveDateTime': '2026-06-10T12:01:00Z', 'installDateTime': '2026-06-10T12:03:00Z'");
    bench.live(30);
    List<String> first = statuses(bench, FIRMWARE);
    bench.live(60);
    List<String> second = statuses(bench, FIRMWARE);
    bench.live(120);

    assertThat(first).containsExactly("DownloadScheduled");
    assertThat(second)
        .containsExactly("DownloadScheduled", "Downloading", "Downloaded", "InstallScheduled");
    assertThat(statuses(bench, FIRMWARE)).endsWith("Installing", "InstallRebooting", "Installed");
    bench.assertSchemasKept();
  }

  /** L01.FR.24, L01.FR.26. */
  @Test
  void givesAnUpdateUpForAnotherAndTellsWhereItIs() {
    StationBench bench = new StationBench(new Messages21());
    update(bench, "https://example.org/a.bin", ", 'installDateTime': '2026-06-10T13:00:00Z'");
    bench.live(20);

    bench.ask("TriggerMessage", "{'requestedMessage': 'FirmwareStatusNotification'}");
    String waiting = statuses(bench, FIRMWARE).getLast();
    String second = update(bench, "https://example.org/b.bin", "");
    bench.live(40);

    assertThat(List.of(waiting, second)).containsExactly("InstallScheduled", "AcceptedCanceled");
    assertThat(
            bench
                .heard("BootNotification")
                .getLast()
                .path("chargingStation")
                .path("firmwareVersion")
                .asString(""))
        .isEqualTo("b");
    bench.assertSchemasKept();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void saysWhenNothingCanBeTransferred(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    update(bench, "urn:nowhere:x", "");
    bench.ask(
        "GetLog",
        "{'requestId': 3, 'logType': 'DiagnosticsLog', 'log': {'remoteLocation': 'urn:nowhere:x'}}");
    bench.live(20);

    assertThat(statuses(bench, FIRMWARE)).containsExactly("Downloading", "DownloadFailed");
    assertThat(statuses(bench, "LogStatusNotification"))
        .containsExactly("Uploading", "UploadFailure");
    bench.assertSchemasKept();
  }

  /** L01.FR.02, L01.FR.22. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void refusesFirmwareWithACertificateThatIsNone(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    String status =
        update(
            bench,
            "https://example.org/a.bin",
            ", 'signingCertificate': 'rubbish', 'signature': 'rubbish'");
    bench.live(10);

    assertThat(status).isEqualTo("InvalidCertificate");
    assertThat(bench.heard("SecurityEventNotification"))
        .extracting(e -> e.path("type").asString(""))
        .containsExactly("InvalidFirmwareSigningCertificate");
    assertThat(bench.heard(FIRMWARE)).isEmpty();
    bench.assertSchemasKept();
  }

  /** N01.FR.07, N01.FR.12, N01.FR.20. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void givesAnUploadUpForAnother(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    String log = "'logType': 'SecurityLog', 'log': {'remoteLocation': 'https://example.org/l'}}";

    bench.engine.call("GetLog", "{'requestId': 1, " + log);
    bench.live(1);
    String second = bench.status("GetLog", "{'requestId': 2, " + log);
    bench.live(10);

    assertThat(second).isEqualTo("AcceptedCanceled");
    assertThat(bench.heard("LogStatusNotification"))
        .extracting(l -> l.path("requestId").intValue() + l.path("status").asString(""))
        .containsExactly("1Uploading", "1AcceptedCanceled", "2Uploading", "2Uploaded");
    bench.assertSchemasKept();
  }

  /** B12.FR.03: what ends by a reset is told before it. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsTheEndOfItsTransactionsBeforeItRestarts(MessageSet messages) {
    StationBench bench = StationBench.charging(messages);

    bench.ask("Reset", "{'type': 'Immediate'}");
    bench.live(20);

    List<String> actions = bench.engine.heard.stream().map(FakeEngine.Heard::action).toList();
    JsonNode ended =
        bench.heard("TransactionEvent").stream()
            .filter(e -> e.path("eventType").asString("").equals("Ended"))
            .findFirst()
            .orElseThrow();
    assertThat(ended.path("offline").asBoolean(false)).isFalse();
    assertThat(ended.path("transactionInfo").path("stoppedReason").asString(""))
        .isEqualTo("ImmediateReset");
    assertThat(actions.lastIndexOf("BootNotification")).isPositive();
    bench.assertSchemasKept();
  }

  /** B01: a power loss after a reset is a PowerUp again. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void saysWhyItBoots(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    bench.ask("Reset", "{'type': 'Immediate'}");
    bench.live(20);
    bench.station.cutPower();
    bench.live(5);
    bench.station.restorePower();
    bench.live(10);

    bench.ask("TriggerMessage", "{'requestedMessage': 'BootNotification'}");

    assertThat(bench.heard("BootNotification"))
        .extracting(b -> b.path("reason").asString(""))
        .containsExactly("PowerUp", "RemoteReset", "PowerUp", "Triggered");
  }

  /** E01.FR.07, E04.FR.03: numbered as they happened, whatever was said of the tariff meanwhile. */
  @Test
  void deliversAllEventsInTheOrderOfTheirNumbersAfterBeingOffline() {
    StationBench bench = new StationBench(new Messages21());
    bench.station.plugIn(1, StationBench.van());
    bench.live(30);
    bench.ask(
        "ChangeTransactionTariff",
        "{'transactionId': '"
            + bench.transaction(1)
            + "', 'tariff': {'tariffId': 'T', 'currency': 'EUR', 'energy': {'prices':"
            + " [{'priceKwh': 0.3}]}}}");
    bench.station.cutNetwork();
    bench.live(60);
    bench.station.unplug(1);
    bench.live(5);

    bench.station.restoreNetwork();
    bench.live(60);

    List<JsonNode> events = bench.heard("TransactionEvent");
    assertThat(events.stream().map(e -> e.path("seqNo").intValue()))
        .containsExactlyElementsOf(IntStream.range(0, events.size()).boxed().toList());
    assertThat(events.getLast().path("eventType").asString("")).isEqualTo("Ended");
    assertThat(events.getLast().path("offline").booleanValue()).isTrue();
    bench.assertSchemasKept();
  }

  private static String update(StationBench bench, String location, String more) {
    return bench.status(
        "UpdateFirmware",
        bench.speaks16()
            ? "{'location': '" + location + "', 'retrieveDate': '2026-06-10T12:00:00Z'}"
            : "{'requestId': 4, 'firmware': {'location': '"
                + location
                + "'"
                + (more.contains("retrieve") ? "" : ", 'retrieveDateTime': '2026-06-10T12:00:00Z'")
                + more
                + "}}");
  }

  private static List<String> statuses(StationBench bench, String action) {
    return bench.heard(action).stream().map(s -> s.path("status").asString("")).toList();
  }
}
