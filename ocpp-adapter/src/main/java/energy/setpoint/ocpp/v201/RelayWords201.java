package energy.setpoint.ocpp.v201;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.devicemodel.DeviceModelInterview;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.overheard.Keeping;
import energy.setpoint.ocpp.overheard.Names;
import energy.setpoint.ocpp.overheard.PowerPathReport;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.wire.ClearChargingProfile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What OCPP 2.0.1 must be understood for between a station and its CSMS. */
final class RelayWords201 implements RelayWords {

  private static final Names NETWORK = Names.of("NetworkConfigurationPriority");
  private static final Names SECURITY = Names.of("SecurityCtrlr");
  private static final Names PASSWORD = Names.of("BasicAuthPassword");

  /** The rights of variables, the gravest last. */
  private static final List<CsmsRight> GRAVITY =
      List.of(CsmsRight.SmartChargingSettings, CsmsRight.NetworkProfile, CsmsRight.Credentials);

  @Override
  public Keeping keeping(String action, JsonNode payload) {
    return switch (action) {
      case "TransactionEvent" ->
          new Keeping.InOrder(payload.path("eventType").asString("").equals("Updated"));
      case "SecurityEventNotification" -> new Keeping.InOrder(false);
      case "BootNotification" -> new Keeping.InOrder(false);
      case "StatusNotification" ->
          new Keeping.Newest(
              action + " " + payload.path("evseId") + " " + payload.path("connectorId"));
      default -> new Keeping.ForNow();
    };
  }

  @Override
  public boolean isForUs(String action, JsonNode payload) {
    return action.equals("NotifyReport")
        && payload.path("requestId").asInt(0) == DeviceModelInterview.REPORT_ID;
  }

  @Override
  public Optional<CsmsRight> findRight(String action, JsonNode payload) {
    return switch (action) {
      case "SetChargingProfile" -> Optional.of(CsmsRight.SetChargingProfile);
      case "ClearChargingProfile" -> Optional.of(CsmsRight.ClearChargingProfile);
      case "RequestStartTransaction" ->
          Optional.of(CsmsRight.SetChargingProfile).filter(it -> payload.has("chargingProfile"));
      case "Reset" -> Optional.of(CsmsRight.Reset);
      case "UpdateFirmware", "PublishFirmware" -> Optional.of(CsmsRight.UpdateFirmware);
      case "SetNetworkProfile" -> Optional.of(CsmsRight.NetworkProfile);
      case "SetVariables" -> findRight(payload.path("setVariableData"));
      default -> Optional.empty();
    };
  }

  /**
   * The right that the variables need: the gravest one, when they need several, so that what is
   * denied as a rule is not let pass with what is granted.
   */
  private static Optional<CsmsRight> findRight(JsonNode variables) {
    return variables
        .valueStream()
        .flatMap(it -> findRightForOne(it).stream())
        .max(Comparator.comparing(GRAVITY::indexOf));
  }

  private static Optional<CsmsRight> findRightForOne(JsonNode each) {
    String component = each.path("component").path("name").asString("");
    String variable = each.path("variable").path("name").asString("");
    if (SmartChargingComponents.has(component)) {
      return Optional.of(CsmsRight.SmartChargingSettings);
    }
    if (NETWORK.contains(variable)) {
      return Optional.of(CsmsRight.NetworkProfile);
    }
    return Optional.of(CsmsRight.Credentials)
        .filter(it -> SECURITY.contains(component) && PASSWORD.contains(variable));
  }

  /** SetVariables answers for each variable (B05.FR.01, .02, .03); the others have one status. */
  @Override
  public Optional<JsonNode> findRejection(String action, JsonNode payload) {
    if (!action.equals("SetVariables")) {
      return findRight(action, payload).map(right -> status(rejected(action)));
    }
    ObjectNode answer = Payloads.empty();
    var results = answer.putArray("setVariableResult");
    for (JsonNode each : payload.path("setVariableData")) {
      ObjectNode result = results.addObject().put("attributeStatus", "Rejected");
      Optional.ofNullable(each.get("attributeType"))
          .ifPresent(it -> result.set("attributeType", it));
      result.set("component", each.path("component"));
      result.set("variable", each.path("variable"));
    }
    return Optional.of(answer);
  }

  /** ClearChargingProfile knows no refusal but that there is no such profile. */
  private static String rejected(String action) {
    return action.equals("ClearChargingProfile") ? "Unknown" : "Rejected";
  }

  private static ObjectNode status(String status) {
    return Payloads.empty().put("status", status);
  }

  @Override
  public Optional<ProfileChange> findProfileChange(String action, JsonNode payload)
      throws RpcException {
    return switch (action) {
      case "SetChargingProfile" -> Optional.of(CsmsProfiles201.install(payload));
      case "ClearChargingProfile" -> Optional.of(CsmsProfiles201.clear(payload));
      case "RequestStartTransaction" -> CsmsProfiles201.findStart(payload);
      default -> Optional.empty();
    };
  }

  @Override
  public CompositeRules profileRules() {
    return CompositeRules201.RULES;
  }

  @Override
  public boolean tellsPowerPaths() {
    return true;
  }

  @Override
  public Optional<PowerPathReport> findPowerPath(String action, JsonNode payload) {
    return action.equals("TransactionEvent")
        ? PowerPathReport.ofTransactionEvent(payload)
        : Optional.empty();
  }

  @Override
  public JsonNode clearById(int profileId) {
    return Payloads.write(new ClearChargingProfile(Optional.of(profileId), Optional.empty()));
  }
}
