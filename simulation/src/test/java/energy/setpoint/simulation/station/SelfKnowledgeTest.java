package energy.setpoint.simulation.station;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.station.state.StationType;
import energy.setpoint.simulation.station.v16.Messages16;
import energy.setpoint.simulation.station.v201.Messages201;
import energy.setpoint.simulation.station.v21.Messages21;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class SelfKnowledgeTest {

  private static final ProfileRules SMALL =
      ProfileRules.OCPP_201.withBounds(3, 12, 5).withUnits(Set.of(RateUnit.A));

  static Stream<MessageSet> laterVersions() {
    return Stream.of(new Messages201(), new Messages21());
  }

  /** 1.6 sections 5.8 and 9.4. */
  @Test
  void tellsItsConfigurationAndWhichKeysItDoesNotKnow() {
    ProfileRules rules = ProfileRules.OCPP_16.withBounds(3, 12, 5).withUnits(Set.of(RateUnit.A));
    StationBench bench = new StationBench(new Messages16(), StationType.USUAL.with(rules));

    JsonNode some =
        bench.ask(
            "GetConfiguration",
            "{'key': ['ChargeProfileMaxStackLevel', 'Coffee', 'ChargingScheduleAllowedChargingRateUnit']}");
    JsonNode all = bench.ask("GetConfiguration", "{}");

    assertThat(values(some))
        .containsOnly(
            Map.entry("ChargeProfileMaxStackLevel", "3"),
            Map.entry("ChargingScheduleAllowedChargingRateUnit", "Current"));
    assertThat(some.path("unknownKey").path(0).asString("")).isEqualTo("Coffee");
    assertThat(values(all))
        .containsEntry("ChargingScheduleMaxPeriods", "12")
        .containsEntry("MaxChargingProfilesInstalled", "5")
        .containsEntry("ConnectorSwitch3to1PhaseSupported", "false")
        .containsEntry("HeartbeatInterval", "300")
        .containsEntry("NumberOfConnectors", "3");
    bench.assertSchemasKept();
  }

  /** 1.6 section 5.3. */
  @Test
  void changesWhatMayBeChangedAndActsOnIt() {
    StationBench bench = new StationBench(new Messages16());

    String meter =
        bench.status("ChangeConfiguration", "{'key': 'ClockAlignedDataInterval', 'value': '2'}");
    String level =
        bench.status("ChangeConfiguration", "{'key': 'ChargeProfileMaxStackLevel', 'value': '9'}");
    String word =
        bench.status("ChangeConfiguration", "{'key': 'HeartbeatInterval', 'value': 'often'}");
    String coffee = bench.status("ChangeConfiguration", "{'key': 'Coffee', 'value': 'black'}");
    int before = bench.heard("MeterValues").size();
    bench.live(20);

    assertThat(List.of(meter, level, word, coffee))
        .containsExactly("Accepted", "Rejected", "Rejected", "NotSupported");
    assertThat(bench.heard("MeterValues").size() - before).isEqualTo(30);
    bench.assertSchemasKept();
  }

  @Test
  void keepsItsConfigurationOverAReboot() {
    StationBench bench = new StationBench(new Messages16());
    bench.ask("ChangeConfiguration", "{'key': 'ConnectionTimeOut', 'value': '90'}");

    bench.ask("Reset", "{'type': 'Hard'}");
    bench.live(20);

    JsonNode told = bench.ask("GetConfiguration", "{'key': ['ConnectionTimeOut']}");
    assertThat(values(told)).containsEntry("ConnectionTimeOut", "90");
  }

  /** B07.FR.03, B07.FR.04, B07.FR.05. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void reportsItsWholeDeviceModelInParts(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    String status =
        bench.status("GetBaseReport", "{'requestId': 3, 'reportBase': 'FullInventory'}");

    List<JsonNode> reports = bench.heard("NotifyReport");
    assertThat(status).isEqualTo("Accepted");
    assertThat(reports).hasSizeGreaterThan(4);
    assertThat(reports.getLast().path("tbc").asBoolean(false)).isFalse();
    assertThat(reports.subList(0, reports.size() - 1))
        .allMatch(report -> report.path("tbc").asBoolean(false));
    assertThat(reports).extracting(r -> r.path("seqNo").intValue()).isSorted().startsWith(0, 1, 2);
    assertThat(reported(reports))
        .contains("SmartChargingCtrlr.ProfileStackLevel=8", "SmartChargingCtrlr.RateUnit=A,W");
    bench.assertSchemasKept();
  }

  @Test
  void reportsWhat21AddsForVehiclesThatGiveBack() {
    StationBench bench = new StationBench(new Messages21());

    bench.ask("GetBaseReport", "{'requestId': 3, 'reportBase': 'FullInventory'}");

    assertThat(reported(bench.heard("NotifyReport")))
        .contains(
            "SmartChargingCtrlr.SupportsDynamicProfiles=true",
            "SmartChargingCtrlr.SupportedAdditionalPurposes=PriorityCharging,LocalGeneration",
            "V2XChargingCtrlr.SupportedEnergyTransferModes=DC,DC_BPT",
            "DCDERCtrlr.MaxW=22080.0")
        .anyMatch(told ->
            told.startsWith("V2XChargingCtrlr.SupportedOperationModes=")
                && told.contains("CentralSetpoint")
                && !told.contains("LocalLoadBalancing"));
  }

  /** B08.FR.01. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void reportsOneComponent(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    String status =
        bench.status(
            "GetReport",
            "{'requestId': 4, 'componentVariable': [{'component': {'name': 'SmartChargingCtrlr'}}]}");
    String none =
        bench.status(
            "GetReport",
            "{'requestId': 5, 'componentVariable': [{'component': {'name': 'Oven'}}]}");

    assertThat(status).isEqualTo("Accepted");
    assertThat(none).isEqualTo("EmptyResultSet");
    assertThat(reported(bench.heard("NotifyReport")))
        .isNotEmpty()
        .allMatch(t -> t.startsWith("SmartChargingCtrlr."));
    bench.assertSchemasKept();
  }

  /** B06.FR.01 to B06.FR.07. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void tellsVariablesAndWhichOnesItDoesNotHave(MessageSet messages) {
    StationBench bench = new StationBench(messages, StationType.USUAL.with(SMALL));

    JsonNode answer =
        bench.ask(
            "GetVariables",
            "{'getVariableData': ["
                + variable("SmartChargingCtrlr", "PeriodsPerSchedule")
                + ", "
                + variable("SmartChargingCtrlr", "Coffee")
                + ", "
                + variable("Oven", "Heat")
                + "]}");

    JsonNode results = answer.path("getVariableResult");
    assertThat(results.path(0).path("attributeValue").asString("")).isEqualTo("12");
    assertThat(results.valueStream().map(r -> r.path("attributeStatus").asString("")))
        .containsExactly("Accepted", "UnknownVariable", "UnknownComponent");
    bench.assertSchemasKept();
  }

  /** B05.FR.01 to B05.FR.08. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void setsOnlyWhatMayBeSet(MessageSet messages) {
    StationBench bench = new StationBench(messages);

    JsonNode answer =
        bench.ask(
            "SetVariables",
            "{'setVariableData': ["
                + setting("OCPPCommCtrlr", "HeartbeatInterval", "5")
                + ", "
                + setting("OCPPCommCtrlr", "HeartbeatInterval", "often")
                + ", "
                + setting("SmartChargingCtrlr", "ProfileStackLevel", "9")
                + ", "
                + setting("Oven", "Heat", "9")
                + "]}");
    bench.live(20);

    assertThat(
            answer
                .path("setVariableResult")
                .valueStream()
                .map(r -> r.path("attributeStatus").asString("")))
        .containsExactly("Accepted", "Rejected", "Rejected", "UnknownComponent");
    assertThat(bench.heard("Heartbeat")).hasSizeGreaterThan(2);
    bench.assertSchemasKept();
  }

  /** B06.FR.16: no more than ItemsPerMessageGetVariables. */
  @ParameterizedTest
  @MethodSource("laterVersions")
  void refusesToTellTooManyVariablesAtOnce(MessageSet messages) {
    StationBench bench = new StationBench(messages);
    String many =
        Stream.generate(() -> variable("EVSE", "Available"))
            .limit(21)
            .collect(Collectors.joining(","));

    JsonNode answer = bench.ask("GetVariables", "{'getVariableData': [" + many + "]}");

    assertThat(answer.path(2).asString("")).isEqualTo("OccurrenceConstraintViolation");
  }

  @Test
  void leavesTheFactoryWithTheSettingsOfItsType() {
    StationType special =
        StationType.USUAL.withSettings(Map.of("SmartChargingCtrlr.LimitChangeSignificance", "5"));
    StationBench bench = new StationBench(new Messages21(), special);

    JsonNode answer =
        bench.ask(
            "GetVariables",
            "{'getVariableData': ["
                + variable("SmartChargingCtrlr", "LimitChangeSignificance")
                + "]}");

    assertThat(answer.path("getVariableResult").path(0).path("attributeValue").asString(""))
        .isEqualTo("5");
  }

  private static String variable(String component, String name) {
    return "{'component': {'name': '" + component + "'}, 'variable': {'name': '" + name + "'}}";
  }

  private static String setting(String component, String name, String value) {
    return "{'attributeValue': '" + value + "', " + variable(component, name).substring(1);
  }

  private static Map<String, String> values(JsonNode configuration) {
    return configuration
        .path("configurationKey")
        .valueStream()
        .collect(
            Collectors.toMap(k -> k.path("key").asString(""), k -> k.path("value").asString("")));
  }

  private static List<String> reported(List<JsonNode> reports) {
    return reports.stream()
        .flatMap(report -> report.path("reportData").valueStream())
        .map(data ->
            data.path("component").path("name").asString("")
                + "."
                + data.path("variable").path("name").asString("")
                + "="
                + data.path("variableAttribute").path(0).path("value").asString(""))
        .toList();
  }
}
