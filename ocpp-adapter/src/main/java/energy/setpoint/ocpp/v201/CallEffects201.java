package energy.setpoint.ocpp.v201;

import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.device.SmartChargingComponents;
import energy.setpoint.ocpp.v201.wire.GetBaseReport;
import energy.setpoint.ocpp.v201.wire.GetReport;
import energy.setpoint.ocpp.v201.wire.GetVariables;
import energy.setpoint.ocpp.v201.wire.RequestStartTransaction;
import energy.setpoint.ocpp.v201.wire.RequestStopTransaction;
import energy.setpoint.ocpp.v201.wire.Reset;
import energy.setpoint.ocpp.v201.wire.SetVariables;
import energy.setpoint.ocpp.v201.wire.TriggerMessage;
import tools.jackson.databind.JsonNode;

/** What the calls of OCPP 2.0.1 that people ask for do to what the engine keeps. */
final class CallEffects201 {

  private CallEffects201() {}

  static CallEffect of(String action, JsonNode payload) throws RpcException {
    return switch (action) {
      case "SetChargingProfile", "ClearChargingProfile" -> CallEffect.meddles(action);
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
