package energy.setpoint.ocpp.v21.relay;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.overheard.Keeping;
import energy.setpoint.ocpp.overheard.Names;
import energy.setpoint.ocpp.overheard.PartOfCall;
import energy.setpoint.ocpp.overheard.PowerPathReport;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.overheard.ReportActions;
import energy.setpoint.ocpp.overheard.VariableRights;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.composite.CompositeRules21;
import energy.setpoint.ocpp.v21.device.SmartChargingComponents;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What OCPP 2.1 must be understood for between a station and its CSMS. */
public final class RelayWords21 implements RelayWords {

  private static final Names NETWORK = Names.of("NetworkConfigurationPriority");
  private static final Names NETWORK_PROFILES = Names.of("NetworkConfiguration");
  private static final Names SECURITY = Names.of("SecurityCtrlr");
  private static final Names PASSWORD = Names.of("BasicAuthPassword");

  private static final Set<String> DEEDS =
      Set.of(
          "ClearedChargingLimit",
          "NotifyChargingLimit",
          "NotifyDERAlarm",
          "NotifyDERStartStop",
          "NotifyPriorityCharging");

  private static final ReportActions REPORTS =
      new ReportActions(
          Set.of(
              "CustomerInformation",
              "GetBaseReport",
              "GetChargingProfiles",
              "GetDisplayMessages",
              "GetLog",
              "GetMonitoringReport",
              "GetReport",
              "PublishFirmware",
              "UpdateFirmware",
              "GetDERControl",
              "RequestBatterySwap"),
          Set.of(
              "FirmwareStatusNotification",
              "LogStatusNotification",
              "NotifyCustomerInformation",
              "NotifyDisplayMessages",
              "NotifyMonitoringReport",
              "NotifyReport",
              "PublishFirmwareStatusNotification",
              "ReportChargingProfiles",
              "ReportDERControl",
              "BatterySwap"));

  private static final VariableRights VARIABLES =
      new VariableRights(RelayWords21::rightForVariable);

  @Override
  public Keeping keeping(String action, JsonNode payload) {
    return switch (action) {
      case "TransactionEvent" ->
          new Keeping.InOrder(payload.path("eventType").asString("").equals("Updated"));
      case "SecurityEventNotification", "BootNotification", "NotifySettlement", "BatterySwap" ->
          new Keeping.InOrder(false);
      case "StatusNotification" ->
          new Keeping.Newest(
              action + " " + payload.path("evseId") + " " + payload.path("connectorId"));
      default -> new Keeping.ForNow();
    };
  }

  @Override
  public boolean isForUs(String action, JsonNode payload) {
    return switch (action) {
      case "NotifyEVChargingSchedule" ->
          ProfilePlan.isOurs(payload.path("chargingSchedule").path("id").asInt(0))
              || ProfilePlan.isOurs(payload.path("selectedChargingScheduleId").asInt(0));
      case "PullDynamicScheduleUpdate" ->
          ProfilePlan.isOurs(payload.path("chargingProfileId").asInt(0));
      default -> false;
    };
  }

  /** K11.FR.02, K13.FR.02, K21.FR.05, K22.FR.03, K22.FR.05, R04.FR.20, R04.FR.22, R05.FR.01. */
  @Override
  public boolean isDeed(String action) {
    return DEEDS.contains(action);
  }

  @Override
  public ReportActions reports() {
    return REPORTS;
  }

  /** A boot must have an interval. */
  @Override
  public Optional<JsonNode> findReceipt(String action) {
    return switch (action) {
      case "TransactionEvent", "SecurityEventNotification", "NotifySettlement", "BatterySwap" ->
          Optional.of(Payloads.empty());
      default -> Optional.empty();
    };
  }

  @Override
  public Set<CsmsRight> rightsFor(String action, JsonNode payload) {
    return action.equals("SetVariables")
        ? VARIABLES.all(payload)
        : findRight(action, payload).map(Set::of).orElse(Set.of());
  }

  @Override
  public Optional<PartOfCall> findPart(String action, JsonNode payload, Set<CsmsRight> granted) {
    return action.equals("SetVariables") ? VARIABLES.findPart(payload, granted) : Optional.empty();
  }

  private static Optional<CsmsRight> findRight(String action, JsonNode payload) {
    return switch (action) {
      case "SetChargingProfile" -> Optional.of(CsmsRight.SetChargingProfile);
      case "ClearChargingProfile" -> Optional.of(CsmsRight.ClearChargingProfile);
      case "RequestStartTransaction" ->
          Optional.of(CsmsRight.SetChargingProfile).filter(it -> payload.has("chargingProfile"));
      case "Reset" -> Optional.of(CsmsRight.Reset);
      case "UpdateFirmware", "PublishFirmware" -> Optional.of(CsmsRight.UpdateFirmware);
      case "SetNetworkProfile" -> Optional.of(CsmsRight.NetworkProfile);
      case "UpdateDynamicSchedule", "AFRRSignal" -> Optional.of(CsmsRight.DynamicSchedule);
      case "UsePriorityCharging" -> Optional.of(CsmsRight.PriorityCharging);
      case "NotifyAllowedEnergyTransfer" -> Optional.of(CsmsRight.EnergyTransfer);
      case "SetDERControl", "ClearDERControl" -> Optional.of(CsmsRight.DerControl);
      default -> Optional.empty();
    };
  }

  private static Optional<CsmsRight> rightForVariable(String component, String variable) {
    if (SmartChargingComponents.has(component)) {
      return Optional.of(CsmsRight.SmartChargingSettings);
    }
    if (NETWORK.contains(variable) || NETWORK_PROFILES.contains(component)) {
      return Optional.of(CsmsRight.NetworkProfile);
    }
    return Optional.of(CsmsRight.Credentials)
        .filter(it -> SECURITY.contains(component) && PASSWORD.contains(variable));
  }

  /** SetVariables answers for each variable (B05.FR.01, .02, .03); the others have one status. */
  @Override
  public Optional<JsonNode> findRejection(String action, JsonNode payload) {
    return action.equals("SetVariables")
        ? Optional.of(VARIABLES.rejection(payload))
        : findRight(action, payload).map(right -> status(rejected(action)));
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
      case "SetChargingProfile" -> Optional.of(CsmsProfiles21.install(payload));
      case "ClearChargingProfile" -> Optional.of(CsmsProfiles21.clear(payload));
      case "RequestStartTransaction" -> CsmsProfiles21.findStart(payload);
      default -> Optional.empty();
    };
  }

  @Override
  public CompositeRules profileRules() {
    return CompositeRules21.RULES;
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
