package energy.setpoint.ocpp.v21;

import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.device.SmartChargingComponents;
import energy.setpoint.ocpp.v21.wire.GetBaseReport;
import energy.setpoint.ocpp.v21.wire.GetReport;
import energy.setpoint.ocpp.v21.wire.GetVariables;
import energy.setpoint.ocpp.v21.wire.RequestStartTransaction;
import energy.setpoint.ocpp.v21.wire.RequestStopTransaction;
import energy.setpoint.ocpp.v21.wire.Reset;
import energy.setpoint.ocpp.v21.wire.SetVariables;
import energy.setpoint.ocpp.v21.wire.TriggerMessage;
import tools.jackson.databind.JsonNode;

/** What the calls of OCPP 2.1 that people ask for do to what the engine keeps. */
final class CallEffects21 {

  private CallEffects21() {}

  static CallEffect of(String action, JsonNode payload) throws RpcException {
    return switch (action) {
      case "SetChargingProfile", "ClearChargingProfile" -> CallEffect.meddles(action);
      // Each of them has an intent of its own, which keeps the guard in the picture.
      case "UpdateDynamicSchedule", "SetDERControl", "ClearDERControl" ->
          CallEffect.meddles(action);
      case "UsePriorityCharging" -> hasPlace(action, "PUT", "evses/{evse}/priority");
      case "NotifyAllowedEnergyTransfer" -> hasPlace(action, "PUT", "evses/{evse}/energy-services");
      case "AFRRSignal" -> hasPlace(action, "POST", "reserve-signal");
      case "SetDefaultTariff", "ChangeTransactionTariff" ->
          CallEffect.hasPlace(action, "PUT /api/v1/stations/{id}/tariff");
      case "ClearTariffs" -> CallEffect.hasPlace(action, "DELETE /api/v1/stations/{id}/tariff");
      case "RequestStartTransaction" ->
          CallEffect.ofStart(
              action,
              Payloads.read(RequestStartTransaction.class, payload).chargingProfile().isPresent());
      case "SetVariables" -> ofSettings(Payloads.read(SetVariables.class, payload));
      case "GetBaseReport" -> harmless(GetBaseReport.class, payload);
      case "GetReport" -> harmless(GetReport.class, payload);
      case "GetVariables" -> harmless(GetVariables.class, payload);
      case "RequestStopTransaction" -> harmless(RequestStopTransaction.class, payload);
      case "Reset" -> harmless(Reset.class, payload);
      case "TriggerMessage" -> harmless(TriggerMessage.class, payload);
      default -> CallEffect.HARMLESS;
    };
  }

  private static CallEffect hasPlace(String action, String method, String place) {
    return CallEffect.hasPlace(action, method + " /api/v1/stations/{id}/" + place);
  }

  private static CallEffect ofSettings(SetVariables request) {
    return request.setVariableData().stream()
        .map(it -> it.component().name())
        .filter(SmartChargingComponents::has)
        .findFirst()
        .map(CallEffect::ofSmartChargingSetting)
        .orElse(CallEffect.CHANGES_SETTINGS);
  }

  private static CallEffect harmless(Class<? extends Record> request, JsonNode payload)
      throws RpcException {
    Payloads.read(request, payload);
    return CallEffect.HARMLESS;
  }
}
