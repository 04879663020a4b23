package energy.setpoint.simulation.station;

import static energy.setpoint.simulation.station.StationBench.watts;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.station.v21.Messages21;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** OCPP 2.1 part 2, sections R04, R05 and I07 to I11. */
class DerAndTariffTest {

  private static final String ALL_PRICES =
      "{'tariffId': 'T1', 'currency': 'EUR', 'energy': {'prices': [{'priceKwh': 0.3}]}}";

  private final StationBench bench = StationBench.bidirectional(new Messages21());

  /** R04.FR.01, R04.FR.02, R04.FR.03. */
  @Test
  void keepsTheDefaultControlWithTheLowestPriorityNumber() {
    JsonNode first = set("a", true, 5, "");
    JsonNode better = set("b", true, 3, "");
    JsonNode worse = set("c", true, 7, "");
    String unsupported =
        bench.status(
            "SetDERControl",
            "{'isDefault': true, 'controlId': 'x', 'controlType': 'HFMayTrip', 'curve': "
                + curve(1)
                + "}");

    assertThat(first.path("status").asString("")).isEqualTo("Accepted");
    assertThat(superseded(first)).isEmpty();
    assertThat(superseded(better)).containsExactly("a");
    assertThat(superseded(worse)).containsExactly("c");
    assertThat(unsupported).isEqualTo("NotSupported");
    bench.assertSchemasKept();
  }

  /** R04.FR.20, R04.FR.21, R04.FR.22, R04.FR.10. */
  @Test
  void tellsWhenScheduledControlsStartAndEnd() {
    set("slow", false, 5, window(5, 600));
    bench.live(10);
    set("urgent", false, 3, window(20, 30));
    bench.live(60);

    List<JsonNode> told = bench.heard("NotifyDERStartStop");
    assertThat(told)
        .extracting(t -> t.path("controlId").asString("") + t.path("started").booleanValue())
        .containsExactly("slowtrue", "urgenttrue", "urgentfalse");
    assertThat(superseded(told.get(1))).containsExactly("slow");
    bench.assertSchemasKept();
  }

  /** R04.FR.08. */
  @Test
  void doesNotLetAWeakerControlInterruptTheActiveOne() {
    set("active", false, 3, window(0, 600));
    bench.live(5);

    JsonNode weaker = set("weak", false, 9, window(10, 60));
    bench.live(30);

    assertThat(superseded(weaker)).containsExactly("weak");
    assertThat(bench.heard("NotifyDERStartStop")).hasSize(1);
  }

  /** R04.FR.09, R04.FR.11, R05.FR.01, R05.FR.02. */
  @Test
  void givesBackNoMoreThanAControlAllowsAndRaisesTheAlarm() {
    bench.ask(
        "SetChargingProfile",
        bench.profile(
            3,
            "TxProfile",
            "Absolute",
            watts("'operationMode': 'CentralSetpoint', 'setpoint': -13800")));
    bench.live(10);
    double free = bench.amps(3);

    set("half", false, 3, window(0, 60));
    bench.live(20);
    double limited = bench.amps(3);
    bench.live(60);

    assertThat(free).isEqualTo(-20);
    assertThat(limited).isEqualTo(-16);
    assertThat(bench.amps(3)).isEqualTo(-20);
    assertThat(bench.heard("NotifyDERAlarm"))
        .extracting(a -> a.path("alarmEnded").asBoolean(false))
        .containsExactly(false, true);
    bench.assertSchemasKept();
  }

  /** R04.FR.30 to R04.FR.35, R01.FR.03. */
  @Test
  void reportsItsControlsEvenAfterAReboot() {
    set("a", true, 5, "");
    set("b", false, 5, window(600, 60));
    bench.ask(
        "SetDERControl",
        "{'isDefault': true, 'controlId': 'v', 'controlType': 'VoltVar', 'curve': "
            + curve(1)
            + "}");
    bench.ask(
        "SetDERControl",
        "{'isDefault': true, 'controlId': 'g', 'controlType': 'Gradients', 'gradient': {'priority': 1, 'gradient': 2, 'softGradient': 1}}");
    bench.ask(
        "SetDERControl",
        "{'isDefault': true, 'controlId': 'p', 'controlType': 'FixedPFInject', 'fixedPFInject': {'priority': 1, 'displacement': 0.9, 'excitation': true}}");
    bench.station.reboot();
    bench.live(20);

    String all = bench.status("GetDERControl", "{'requestId': 1}");
    String none = bench.status("GetDERControl", "{'requestId': 2, 'controlType': 'FreqDroop'}");
    String never = bench.status("GetDERControl", "{'requestId': 3, 'controlType': 'HFMayTrip'}");

    List<JsonNode> reports = bench.heard("ReportDERControl");
    assertThat(List.of(all, none, never)).containsExactly("Accepted", "NotFound", "NotSupported");
    assertThat(reports)
        .extracting(r -> r.path("tbc").asBoolean(false))
        .containsExactly(true, false);
    assertThat(reports.stream().flatMap(r -> r.path("limitMaxDischarge").valueStream()))
        .extracting(c -> c.path("id").asString(""))
        .containsExactlyInAnyOrder("a", "b");
    bench.assertSchemasKept();
  }

  /** R04.FR.41 to R04.FR.45. */
  @Test
  void clearsControlsByTypeByIdOrAll() {
    set("a", true, 5, "");
    set("b", false, 5, window(600, 60));

    String unknown = bench.status("ClearDERControl", "{'isDefault': true, 'controlId': 'b'}");
    String byType =
        bench.status("ClearDERControl", "{'isDefault': true, 'controlType': 'LimitMaxDischarge'}");
    String again =
        bench.status("ClearDERControl", "{'isDefault': true, 'controlType': 'LimitMaxDischarge'}");
    String never =
        bench.status("ClearDERControl", "{'isDefault': true, 'controlType': 'HFMayTrip'}");
    String all = bench.status("ClearDERControl", "{'isDefault': false}");

    assertThat(List.of(unknown, byType, again, never, all))
        .containsExactly("NotFound", "Accepted", "NotFound", "NotSupported", "Accepted");
    assertThat(bench.status("GetDERControl", "{'requestId': 1}")).isEqualTo("NotFound");
    bench.assertSchemasKept();
  }

  /** I07.FR.04, I07.FR.06, I07.FR.12, I09.FR.01 to I09.FR.04. */
  @Test
  void keepsADefaultTariffForEveryEvse() {
    String none = bench.status("GetTariffs", "{'evseId': 0}");
    String set = bench.status("SetDefaultTariff", "{'evseId': 0, 'tariff': " + ALL_PRICES + "}");
    String again = bench.status("SetDefaultTariff", "{'evseId': 1, 'tariff': " + ALL_PRICES + "}");
    String nowhere =
        bench.status(
            "SetDefaultTariff", "{'evseId': 9, 'tariff': " + ALL_PRICES.replace("T1", "T2") + "}");
    JsonNode got = bench.ask("GetTariffs", "{'evseId': 0}");

    assertThat(List.of(none, set, again, nowhere))
        .containsExactly("NoTariff", "Accepted", "DuplicateTariffId", "Rejected");
    assertThat(
            got.path("tariffAssignments")
                .path(0)
                .path("evseIds")
                .valueStream()
                .map(JsonNode::intValue))
        .containsExactly(1, 2, 3);
    bench.assertSchemasKept();
  }

  /** I10.FR.01, I10.FR.02, I10.FR.06. */
  @Test
  void clearsTariffs() {
    bench.ask("SetDefaultTariff", "{'evseId': 1, 'tariff': " + ALL_PRICES + "}");

    JsonNode some = bench.ask("ClearTariffs", "{'tariffIds': ['T1', 'T9']}");
    JsonNode none = bench.ask("ClearTariffs", "{}");

    assertThat(results(some)).containsExactly("T1 Accepted", "T9 NoTariff");
    assertThat(results(none)).containsExactly(" NoTariff");
    bench.assertSchemasKept();
  }

  /** I11.FR.04, I11.FR.05, I11.FR.07. */
  @Test
  void changesTheTariffOfATransactionAndSaysSo() {
    String to = "{'transactionId': '" + bench.transaction(3) + "', 'tariff': " + ALL_PRICES + "}";

    String unknown =
        bench.status("ChangeTransactionTariff", to.replace(bench.transaction(3), "other"));
    String changed = bench.status("ChangeTransactionTariff", to);
    String francs = bench.status("ChangeTransactionTariff", to.replace("EUR", "CHF"));

    assertThat(List.of(unknown, changed, francs))
        .containsExactly("TxNotFound", "Accepted", "NoCurrencyChange");
    assertThat(bench.heard("TransactionEvent"))
        .extracting(e ->
            e.path("triggerReason").asString("")
                + e.path("transactionInfo").path("tariffId").asString(""))
        .contains("TariffChangedT1");
    bench.assertSchemasKept();
  }

  /** I07.FR.02. */
  @Test
  void refusesATariffWithTooManyElements() {
    String prices = "{'priceKwh': 0.3}" + ", {'priceKwh': 0.3}".repeat(10);

    String status =
        bench.status(
            "SetDefaultTariff",
            "{'evseId': 1, 'tariff': " + ALL_PRICES.replace("{'priceKwh': 0.3}", prices) + "}");

    assertThat(status).isEqualTo("TooManyElements");
  }

  /** LimitMaxDischarge to half of what the EVSE can. */
  private JsonNode set(String id, boolean isDefault, int priority, String window) {
    return bench.ask(
        "SetDERControl",
        "{'isDefault': "
            + isDefault
            + ", 'controlId': '"
            + id
            + "', 'controlType': 'LimitMaxDischarge', 'limitMaxDischarge': {'priority': "
            + priority
            + ", 'pctMaxDischargePower': 50"
            + window
            + "}}");
  }

  private String window(int inSeconds, int duration) {
    return ", 'startTime': '" + bench.now.plusSeconds(inSeconds) + "', 'duration': " + duration;
  }

  private static String curve(int priority) {
    return "{'priority': "
        + priority
        + ", 'yUnit': 'PctMaxVar', 'curveData': [{'x': 230, 'y': 0}]}";
  }

  private static List<String> superseded(JsonNode node) {
    return node.path("supersededIds").valueStream().map(id -> id.asString("")).toList();
  }

  private static List<String> results(JsonNode answer) {
    return answer
        .path("clearTariffsResult")
        .valueStream()
        .map(r -> r.path("tariffId").asString("") + " " + r.path("status").asString(""))
        .toList();
  }
}
