package energy.setpoint.simulation.station.v16;

import energy.setpoint.simulation.profile.Feature;
import energy.setpoint.simulation.profile.ProfileRules;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.station.Answer;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.CallRefused;
import energy.setpoint.simulation.station.line.Json;
import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The configuration keys of a 1.6 station (section 9), made from what it really is. */
final class Configuration16 {

  private static final String DRAWER = "configuration";

  /** Seconds or times, all of them at least 0. */
  private static final Set<String> NUMBERS =
      Set.of(
          "ClockAlignedDataInterval",
          "ConnectionTimeOut",
          "HeartbeatInterval",
          "MeterValueSampleInterval",
          "ResetRetries",
          "TransactionMessageAttempts",
          "TransactionMessageRetryInterval",
          "WebSocketPingInterval");

  private static final Set<String> FLAGS =
      Set.of(
          "AuthorizeRemoteTxRequests",
          "LocalAuthorizeOffline",
          "LocalPreAuthorize",
          "StopTransactionOnEVSideDisconnect",
          "StopTransactionOnInvalidId",
          "UnlockConnectorOnEVSideDisconnect");

  private Configuration16() {}

  static Map<String, Answer> all() {
    return Map.of(
        "GetConfiguration", Configuration16::get, "ChangeConfiguration", Configuration16::change);
  }

  private static ObjectNode get(JsonNode payload, StationControls station) {
    NavigableMap<String, String> values = values(station);
    ObjectNode answer = Json.object();
    ArrayNode known = answer.putArray("configurationKey");
    ArrayNode unknown = Json.array();
    JsonNode asked = payload.path("key");
    if (asked.isEmpty()) {
      values.forEach((key, value) -> known.add(entry(key, value)));
    }
    for (JsonNode node : asked) {
      String key = node.asString("");
      if (values.containsKey(key)) {
        known.add(entry(key, values.getOrDefault(key, "")));
      } else {
        unknown.add(key);
      }
    }
    if (!unknown.isEmpty()) {
      answer.set("unknownKey", unknown);
    }
    return answer;
  }

  private static ObjectNode change(JsonNode payload, StationControls station) throws CallRefused {
    String key = Json.requireText(payload, "key");
    String value = Json.requireText(payload, "value");
    if (!values(station).containsKey(key)) {
      return Json.status("NotSupported");
    }
    if (!fits(key, value)) {
      return Json.status("Rejected");
    }
    station.memory().drawer(DRAWER).put(key, Json.object().put("value", value));
    switch (key) {
      case "HeartbeatInterval" -> station.operations().heartbeatEvery(seconds(value));
      case "ClockAlignedDataInterval" -> station.operations().meterEvery(seconds(value));
      default -> {}
    }
    return Json.status("Accepted");
  }

  private static boolean fits(String key, String value) {
    return NUMBERS.contains(key) && value.matches("\\d{1,9}")
        || FLAGS.contains(key) && value.matches("(?i)true|false");
  }

  private static NavigableMap<String, String> values(StationControls station) {
    NavigableMap<String, String> values = new TreeMap<>();
    NUMBERS.forEach(key -> values.put(key, "0"));
    FLAGS.forEach(key -> values.put(key, "true"));
    values.put("HeartbeatInterval", "300");
    values.put("ConnectionTimeOut", "60");
    values.put(
        "ClockAlignedDataInterval", Long.toString(station.operations().meterPeriod().toSeconds()));
    values.put("MeterValuesAlignedData", "Energy.Active.Import.Register,Power.Active.Import");
    values.put("MeterValuesSampledData", "Energy.Active.Import.Register,Power.Active.Import");
    values.put("NumberOfConnectors", Integer.toString(station.places().ratings().size()));
    values.put("GetConfigurationMaxKeys", "50");
    values.put(
        "SupportedFeatureProfiles",
        "Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger");
    charging(station.profiles().rules(), values);
    values.putAll(station.type().settings());
    station
        .memory()
        .drawer(DRAWER)
        .forEach((key, node) -> values.put(key, node.path("value").asString("")));
    return values;
  }

  /** Section 9.4. */
  private static void charging(ProfileRules rules, Map<String, String> values) {
    String units =
        rules.units().stream()
            .map(unit -> unit == RateUnit.A ? "Current" : "Power")
            .sorted()
            .collect(Collectors.joining(","));
    values.put("ChargeProfileMaxStackLevel", Integer.toString(rules.maxStackLevel()));
    values.put("ChargingScheduleAllowedChargingRateUnit", units);
    values.put("ChargingScheduleMaxPeriods", Integer.toString(rules.maxPeriods()));
    values.put("MaxChargingProfilesInstalled", Integer.toString(rules.maxProfiles()));
    values.put(
        "ConnectorSwitch3to1PhaseSupported", Boolean.toString(rules.has(Feature.PHASE_SWITCHING)));
  }

  private static ObjectNode entry(String key, String value) {
    boolean readonly = !NUMBERS.contains(key) && !FLAGS.contains(key);
    return Json.object().put("key", key).put("readonly", readonly).put("value", value);
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(Long.parseLong(value));
  }
}
