package energy.setpoint.ocpp.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.ocpp.dialect.OcppDialect;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.proxy.request.OwnIds;
import energy.setpoint.ocpp.v16.Ocpp16Dialect;
import energy.setpoint.ocpp.v201.Ocpp201Dialect;
import energy.setpoint.ocpp.v21.Ocpp21Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the CSMS may do, row by row as the page says. */
class PolicyTableTest {

  private static final String TX_16 =
      "\"chargingProfileId\":5,\"stackLevel\":3,\"chargingProfileKind\":\"Relative\","
          + "\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":"
          + "[{\"startPeriod\":0,\"limit\":8}]}";
  private static final String LIMIT = "\"limit\":8";

  private final Map<String, Set<String>> treatments = new LinkedHashMap<>();

  @Test
  void treatsEachCallAsThePageSays() throws IOException {
    ordinaryCalls();
    profiles();
    clearing();
    starts();
    rights();

    assertThat(treatments).isEqualTo(tableOfThePage());
  }

  private void ordinaryCalls() {
    String row = "any other call, such as TriggerMessage";
    for (OcppDialect version : versions()) {
      check(row, version, "TriggerMessage", "{\"requestedMessage\":\"Heartbeat\"}");
    }
    var bench = running(new Ocpp16Dialect());
    bench.csms("[2,\"" + new OwnIds().get() + "\",\"ClearCache\",{}]");
    note("any call whose id has the form of ours", bench);
    for (OcppDialect version : versions()) {
      String ours = "any call with a `requestId` of ours (480000000 to 480009999)";
      check(ours, version, "GetLog", "{\"requestId\":480000000}");
    }
  }

  private void profiles() {
    String station = "SetChargingProfile for the whole station";
    String maximum16 = set16(0, "ChargePointMaxProfile");
    check(station, new Ocpp16Dialect(), "SetChargingProfile", lowest(maximum16));
    String top = "SetChargingProfile for the whole station, on the highest stack level or above";
    check(top, new Ocpp16Dialect(), "SetChargingProfile", maximum16);
    String endless = "SetChargingProfile with more than 1000 periods";
    String many = withPeriods(1001, set16(0, "TxDefaultProfile"));
    check(endless, new Ocpp16Dialect(), "SetChargingProfile", many);
    String base = "SetChargingProfile, TxDefaultProfile";
    check(base, new Ocpp16Dialect(), "SetChargingProfile", set16(0, "TxDefaultProfile"));
    String tx = "SetChargingProfile, TxProfile of the running transaction";
    check(tx, new Ocpp16Dialect(), "SetChargingProfile", set16(1, "TxProfile"));
    String idle = "SetChargingProfile, TxProfile without its transaction";
    check(idle, new Ocpp16Dialect(), "SetChargingProfile", set16(2, "TxProfile"));
    String ours = "SetChargingProfile with an id of ours (479998 to 480999)";
    String taken = set16(1, "TxDefaultProfile").replace(":5,", ":480001,");
    check(ours, new Ocpp16Dialect(), "SetChargingProfile", taken);
    String maximum = set16(0, "ChargePointMaxProfile").replace(":5,", ":479999,");
    check(ours, new Ocpp16Dialect(), "SetChargingProfile", maximum);
    String odd = "SetChargingProfile, other purposes (2.x), or more than a plain limit (2.1)";
    String external = "ChargingStationExternalConstraints";
    for (OcppDialect version : twos()) {
      String maximum2 = set2(0, "ChargingStationMaxProfile", LIMIT);
      check(station, version, "SetChargingProfile", lowest(maximum2));
      check(top, version, "SetChargingProfile", maximum2);
      check(base, version, "SetChargingProfile", set2(1, "TxDefaultProfile", LIMIT));
      check(tx, version, "SetChargingProfile", set2(1, "TxProfile", LIMIT));
      check(idle, version, "SetChargingProfile", set2(2, "TxProfile", LIMIT));
      check(odd, version, "SetChargingProfile", set2(0, external, LIMIT));
      check("SetChargingProfile that cannot be read", version, "SetChargingProfile", "{}");
    }
    var newest = new Ocpp21Dialect();
    check(odd, newest, "SetChargingProfile", set2(0, "LocalGeneration", LIMIT));
    check(odd, newest, "SetChargingProfile", set2(1, "PriorityCharging", LIMIT));
    for (String period :
        new String[] {
          "\"setpoint\":3000",
          LIMIT + ",\"limit_L2\":6",
          LIMIT + ",\"dischargeLimit\":-8",
          LIMIT + ",\"operationMode\":\"CentralSetpoint\",\"setpoint\":3"
        }) {
      check(odd, newest, "SetChargingProfile", set2(1, "TxProfile", period));
    }
    String full = set2(1, "TxProfile", LIMIT);
    String soc = "\"chargingRateUnit\":\"W\",\"limitAtSoC\":{\"soc\":80,\"limit\":0}";
    check(odd, newest, "SetChargingProfile", full.replace("\"chargingRateUnit\":\"W\"", soc));
    check(
        "SetChargingProfile that cannot be read", new Ocpp16Dialect(), "SetChargingProfile", "{}");
  }

  private void clearing() {
    String ours = "ClearChargingProfile with an id of ours";
    String other = "ClearChargingProfile with another id";
    String criteria = "ClearChargingProfile by criteria";
    check(ours, new Ocpp16Dialect(), "ClearChargingProfile", "{\"id\":480000}");
    check(ours, new Ocpp16Dialect(), "ClearChargingProfile", "{\"id\":479998}");
    check(ours, new Ocpp16Dialect(), "ClearChargingProfile", "{\"id\":479999}");
    check(other, new Ocpp16Dialect(), "ClearChargingProfile", "{\"id\":9}");
    check(
        criteria,
        new Ocpp16Dialect(),
        "ClearChargingProfile",
        "{}",
        "SetChargingProfile",
        set16(1, "TxDefaultProfile"));
    for (OcppDialect version : twos()) {
      check(ours, version, "ClearChargingProfile", "{\"chargingProfileId\":480000}");
      check(other, version, "ClearChargingProfile", "{\"chargingProfileId\":9}");
      check(
          criteria,
          version,
          "ClearChargingProfile",
          "{\"chargingProfileCriteria\":{\"evseId\":1}}",
          "SetChargingProfile",
          set2(1, "TxDefaultProfile", LIMIT));
    }
  }

  private void starts() {
    String plain = "remote start";
    String fit = "remote start with a TxProfile and an EVSE";
    String unfit = "remote start with a profile but without an EVSE";
    String profile16 =
        "\"chargingProfile\":{\"chargingProfilePurpose\":\"TxProfile\"," + TX_16 + "}";
    var old = new Ocpp16Dialect();
    check(plain, old, "RemoteStartTransaction", "{\"idTag\":\"T\"}");
    check(
        fit,
        old,
        "RemoteStartTransaction",
        "{\"idTag\":\"T\",\"connectorId\":2," + profile16 + "}");
    check(unfit, old, "RemoteStartTransaction", "{\"idTag\":\"T\"," + profile16 + "}");
    String token = "\"idToken\":{\"idToken\":\"T\",\"type\":\"Local\"},\"remoteStartId\":1";
    for (OcppDialect version : twos()) {
      String profile = "\"chargingProfile\":" + profile2("TxProfile", LIMIT, "");
      check(plain, version, "RequestStartTransaction", "{" + token + "}");
      check(
          fit, version, "RequestStartTransaction", "{" + token + ",\"evseId\":2," + profile + "}");
      check(unfit, version, "RequestStartTransaction", "{" + token + "," + profile + "}");
    }
  }

  private void rights() {
    var old = new Ocpp16Dialect();
    for (OcppDialect version : versions()) {
      checkWithout(CsmsRight.Reset, "Reset, without the right `Reset`", version, "Reset", "{}");
    }
    String row = "SetChargingProfile, without the right `SetChargingProfile`";
    checkWithout(
        CsmsRight.SetChargingProfile, row, old, "SetChargingProfile", set16(0, "TxProfile"));
    row = "UpdateFirmware (1.6), without the right `UpdateFirmware`";
    checkWithout(CsmsRight.UpdateFirmware, row, old, "UpdateFirmware", "{}");
    row = "ChangeConfiguration or SetVariables of smart charging, without `SmartChargingSettings`";
    check(
        row,
        old,
        "ChangeConfiguration",
        "{\"key\":\"ChargeProfileMaxStackLevel\",\"value\":\"0\"}");
    // In another case: names have none.
    check(
        row,
        old,
        "ChangeConfiguration",
        "{\"key\":\"chargeprofilemaxstacklevel\",\"value\":\"0\"}");
    passwords();
    String variable =
        "{\"setVariableData\":[{\"attributeValue\":\"false\",\"component\":"
            + "{\"name\":\"SmartChargingCtrlr\"},\"variable\":{\"name\":\"Enabled\"}}]}";
    // Names are case-insensitive in every version.
    check(
        row,
        old,
        "ChangeConfiguration",
        "{\"key\":\"chargingschedulemaxperiods\",\"value\":\"0\"}");
    for (OcppDialect version : twos()) {
      check(row, version, "SetVariables", variable);
      check(row, version, "SetVariables", variable.replace("SmartCharging", "SMARTcharging"));
      check(
          "SetNetworkProfile, without the right `NetworkProfile`",
          version,
          "SetNetworkProfile",
          "{\"configurationSlot\":1}");
    }
    var newest = new Ocpp21Dialect();
    check(
        "UpdateDynamicSchedule (2.1), without the right `DynamicSchedule`",
        newest,
        "UpdateDynamicSchedule",
        "{\"chargingProfileId\":480001}");
    check(
        "UsePriorityCharging (2.1), without the right `PriorityCharging`",
        newest,
        "UsePriorityCharging",
        "{\"transactionId\":\"7\",\"activate\":true}");
    check(
        "NotifyAllowedEnergyTransfer (2.1), without the right `EnergyTransfer`",
        newest,
        "NotifyAllowedEnergyTransfer",
        "{}");
    check("SetDERControl (2.1), without the right `DerControl`", newest, "SetDERControl", "{}");
  }

  private void passwords() {
    String row =
        "ChangeConfiguration or SetVariables of the station's password, without `Credentials`";
    var old = new Ocpp16Dialect();
    for (String key : new String[] {"AuthorizationKey", "authorizationkey", "SecurityProfile"}) {
      check(row, old, "ChangeConfiguration", "{\"key\":\"" + key + "\",\"value\":\"3\"}");
    }
    String password =
        "{\"attributeValue\":\"0123456789abcdef\",\"component\":{\"name\":\"securityCtrlr\"},"
            + "\"variable\":{\"name\":\"BasicAuthPassword\"}}";
    String limits =
        "{\"attributeValue\":\"false\",\"component\":{\"name\":\"SmartChargingCtrlr\"},"
            + "\"variable\":{\"name\":\"Enabled\"}}";
    for (OcppDialect version : twos()) {
      check(row, version, "SetVariables", "{\"setVariableData\":[" + password + "]}");
      String hidden = "{\"setVariableData\":[" + limits + "," + password + "]}";
      String mixed = "SetVariables of several, some of them without their right";
      checkWithout(CsmsRight.Credentials, mixed, version, "SetVariables", hidden);
    }
  }

  private void check(String row, OcppDialect version, String action, String payload) {
    var bench = running(version);
    bench.csms("[2,\"c\",\"" + action + "\"," + payload + "]");
    note(row, bench);
  }

  private void check(
      String row, OcppDialect version, String action, String payload, String first, String given) {
    var bench = running(version);
    bench.csms("[2,\"b\",\"" + first + "\"," + given + "]");
    bench.atCsms.clear();
    bench.csms("[2,\"c\",\"" + action + "\"," + payload + "]");
    note(row, bench);
  }

  private void checkWithout(
      CsmsRight right, String row, OcppDialect version, String action, String payload) {
    var bench = new ProxyBench();
    bench.settings = ProxySettings.DEFAULT.withRights(EnumSet.complementOf(EnumSet.of(right)));
    start(bench, version);
    bench.csms("[2,\"c\",\"" + action + "\"," + payload + "]");
    note(row, bench);
  }

  private void note(String row, ProxyBench bench) {
    treatments.merge(row, Set.of(treatment(bench)), PolicyTableTest::union);
  }

  private static Set<String> union(Set<String> one, Set<String> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static String treatment(ProxyBench bench) {
    if (!bench.atStation.isEmpty()) {
      boolean whole = bench.counters.rewritten().isEmpty();
      assertThat(bench.atStation).singleElement().asString().startsWith("[2,\"c\"");
      return whole ? "relayed" : "relayed without it";
    }
    String answer = bench.atCsms.getLast();
    if (answer.startsWith("[4,")) {
      return "CALLERROR";
    }
    if (answer.contains("Accepted")) {
      return "kept here";
    }
    return answer.contains("Rejected") ? "Rejected" : "Unknown";
  }

  private static ProxyBench running(OcppDialect version) {
    return start(new ProxyBench(), version);
  }

  /** With transaction 7 at EVSE 1. */
  private static ProxyBench start(ProxyBench bench, OcppDialect version) {
    bench.dialect = version;
    bench.connect();
    if (version instanceof Ocpp16Dialect) {
      bench.station(OutageTest.start("s"));
      bench.csms(OutageTest.started("s", 7));
    } else {
      bench.station(
          "[2,\"s\",\"TransactionEvent\",{\"eventType\":\"Started\",\"timestamp\":"
              + "\"2026-06-01T10:00:00Z\",\"triggerReason\":\"CablePluggedIn\",\"seqNo\":0,"
              + "\"transactionInfo\":{\"transactionId\":\"7\"},\"evse\":{\"id\":1}}]");
      bench.csms("[3,\"s\",{}]");
    }
    bench.atStation.clear();
    bench.atCsms.clear();
    return bench;
  }

  private static OcppDialect[] versions() {
    return new OcppDialect[] {new Ocpp16Dialect(), new Ocpp201Dialect(), new Ocpp21Dialect()};
  }

  private static OcppDialect[] twos() {
    return new OcppDialect[] {new Ocpp201Dialect(), new Ocpp21Dialect()};
  }

  private static String set16(int connector, String purpose) {
    return "{\"connectorId\":%d,\"csChargingProfiles\":{\"chargingProfilePurpose\":\"%s\",%s}}"
        .formatted(connector, purpose, TX_16);
  }

  private static String withPeriods(int count, String profile) {
    String periods =
        IntStream.range(0, count)
            .mapToObj("{\"startPeriod\":%d,\"limit\":8}"::formatted)
            .collect(Collectors.joining(","));
    return profile.replace("{\"startPeriod\":0,\"limit\":8}", periods);
  }

  private static String lowest(String profile) {
    return profile.replace("\"stackLevel\":3", "\"stackLevel\":0");
  }

  private static String set2(int evse, String purpose, String period) {
    String transaction = purpose.equals("TxProfile") ? ",\"transactionId\":\"7\"" : "";
    return "{\"evseId\":%d,\"chargingProfile\":%s}"
        .formatted(evse, profile2(purpose, period, transaction));
  }

  private static String profile2(String purpose, String period, String transaction) {
    return "{\"id\":5,\"stackLevel\":3,\"chargingProfilePurpose\":\"%s\",\"chargingProfileKind\":\"Relative\",\"chargingSchedule\":[{\"id\":1,\"chargingRateUnit\":\"W\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,%s}]}]%s}"
        .formatted(purpose, period, transaction);
  }

  private static Map<String, Set<String>> tableOfThePage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ocpp", "proxy.md"));
    String section = page.substring(page.indexOf("## What the CSMS may do"));
    Map<String, Set<String>> rows = new LinkedHashMap<>();
    section
        .substring(0, section.indexOf("\n\nWithout a list"))
        .lines()
        .filter(line -> line.startsWith("| "))
        .skip(2)
        .map(line -> line.split(" \\| "))
        .forEach(cells -> rows.put(cells[0].substring(2), Set.of(cells[1].replace(" |", ""))));
    return rows;
  }
}
