package energy.setpoint.ocpp.v16.relay;

import energy.setpoint.ocpp.composite.CompositeRules;
import energy.setpoint.ocpp.overheard.CsmsRight;
import energy.setpoint.ocpp.overheard.Keeping;
import energy.setpoint.ocpp.overheard.Names;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.RelayWords;
import energy.setpoint.ocpp.overheard.ReportActions;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.composite.CompositeRules16;
import energy.setpoint.ocpp.v16.device.SmartChargingKeys;
import energy.setpoint.ocpp.v16.wire.ClearChargingProfile;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/** What OCPP 1.6 must be understood for between a station and its CSMS. */
public final class RelayWords16 implements RelayWords {

  private static final JsonPointer TRANSACTION_ID = JsonPointer.compile("/transactionId");
  private static final JsonPointer ID_IN_PROFILE =
      JsonPointer.compile("/csChargingProfiles/transactionId");

  /** The keys of the security whitepaper that change how the station proves who it is. */
  private static final Names CREDENTIALS = Names.of("AuthorizationKey", "SecurityProfile");

  /** Of the security whitepaper, edition 3 (sections 5.9, 5.13, 5.19 and 5.21). */
  private static final ReportActions REPORTS =
      new ReportActions(
          Set.of("GetLog", "SignedUpdateFirmware"),
          Set.of("LogStatusNotification", "SignedFirmwareStatusNotification"));

  /** Measurements outside a transaction have no place in its order. */
  @Override
  public Keeping keeping(String action, JsonNode payload) {
    return switch (action) {
      case "StartTransaction", "StopTransaction", "SecurityEventNotification" ->
          new Keeping.InOrder(false);
      case "MeterValues" ->
          payload.has("transactionId") ? new Keeping.InOrder(true) : new Keeping.ForNow();
      case "BootNotification" -> new Keeping.InOrder(false);
      case "StatusNotification" -> new Keeping.Newest(action + " " + payload.path("connectorId"));
      default -> new Keeping.ForNow();
    };
  }

  @Override
  public ReportActions reports() {
    return REPORTS;
  }

  /** A start must have a number, and a boot an interval. */
  @Override
  public Optional<JsonNode> findReceipt(String action) {
    return switch (action) {
      case "StopTransaction", "MeterValues", "SecurityEventNotification" ->
          Optional.of(Payloads.empty());
      default -> Optional.empty();
    };
  }

  @Override
  public Set<CsmsRight> rightsFor(String action, JsonNode payload) {
    return findRight(action, payload).map(Set::of).orElse(Set.of());
  }

  private static Optional<CsmsRight> findRight(String action, JsonNode payload) {
    return switch (action) {
      case "SetChargingProfile" -> Optional.of(CsmsRight.SetChargingProfile);
      case "ClearChargingProfile" -> Optional.of(CsmsRight.ClearChargingProfile);
      case "RemoteStartTransaction" ->
          Optional.of(CsmsRight.SetChargingProfile).filter(it -> payload.has("chargingProfile"));
      case "Reset" -> Optional.of(CsmsRight.Reset);
      case "UpdateFirmware", "SignedUpdateFirmware" -> Optional.of(CsmsRight.UpdateFirmware);
      case "ChangeConfiguration" -> findRight(payload.path("key").asString(""));
      default -> Optional.empty();
    };
  }

  private static Optional<CsmsRight> findRight(String key) {
    if (CREDENTIALS.contains(key)) {
      return Optional.of(CsmsRight.Credentials);
    }
    return Optional.of(CsmsRight.SmartChargingSettings).filter(it -> SmartChargingKeys.has(key));
  }

  /** The answer to UpdateFirmware has no fields. */
  @Override
  public Optional<JsonNode> findRejection(String action, JsonNode payload) {
    return findRight(action, payload)
        .filter(right -> !action.equals("UpdateFirmware"))
        .map(right -> Payloads.empty().put("status", rejected(action)));
  }

  /** ClearChargingProfile knows no refusal but that there is no such profile. */
  private static String rejected(String action) {
    return action.equals("ClearChargingProfile") ? "Unknown" : "Rejected";
  }

  @Override
  public Optional<ProfileChange> findProfileChange(String action, JsonNode payload)
      throws RpcException {
    return switch (action) {
      case "SetChargingProfile" -> Optional.of(CsmsProfiles16.install(payload));
      case "ClearChargingProfile" -> Optional.of(CsmsProfiles16.clear(payload));
      case "RemoteStartTransaction" -> CsmsProfiles16.findStart(payload);
      default -> Optional.empty();
    };
  }

  @Override
  public CompositeRules profileRules() {
    return CompositeRules16.RULES;
  }

  @Override
  public JsonNode clearById(int profileId) {
    return Payloads.write(
        new ClearChargingProfile(
            Optional.of(profileId), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Override
  public Optional<JsonPointer> findTransactionIdIn(String action) {
    return switch (action) {
      case "StopTransaction", "MeterValues", "RemoteStopTransaction" -> Optional.of(TRANSACTION_ID);
      case "SetChargingProfile" -> Optional.of(ID_IN_PROFILE);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<JsonPointer> findTransactionIdInAnswer(String action) {
    return action.equals("StartTransaction") ? Optional.of(TRANSACTION_ID) : Optional.empty();
  }
}
