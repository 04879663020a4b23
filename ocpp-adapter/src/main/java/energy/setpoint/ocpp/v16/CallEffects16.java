package energy.setpoint.ocpp.v16;

import energy.setpoint.ocpp.dialect.CallEffect;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.device.SmartChargingKeys;
import energy.setpoint.ocpp.v16.wire.ChangeConfiguration;
import energy.setpoint.ocpp.v16.wire.GetConfiguration;
import energy.setpoint.ocpp.v16.wire.RemoteStartTransaction;
import energy.setpoint.ocpp.v16.wire.RemoteStopTransaction;
import energy.setpoint.ocpp.v16.wire.Reset;
import energy.setpoint.ocpp.v16.wire.TriggerMessage;
import tools.jackson.databind.JsonNode;

/** What the calls of OCPP 1.6 that people ask for do to what the engine keeps. */
final class CallEffects16 {

  private CallEffects16() {}

  static CallEffect of(String action, JsonNode payload) throws RpcException {
    return switch (action) {
      case "SetChargingProfile", "ClearChargingProfile" -> CallEffect.meddles(action);
      case "RemoteStartTransaction" ->
          CallEffect.ofStart(
              action,
              Payloads.read(RemoteStartTransaction.class, payload).chargingProfile().isPresent());
      case "ChangeConfiguration" -> {
        String key = Payloads.read(ChangeConfiguration.class, payload).key();
        yield SmartChargingKeys.has(key)
            ? CallEffect.ofSmartChargingSetting(key)
            : CallEffect.CHANGES_SETTINGS;
      }
      case "GetConfiguration" -> harmless(GetConfiguration.class, payload);
      case "RemoteStopTransaction" -> harmless(RemoteStopTransaction.class, payload);
      case "Reset" -> harmless(Reset.class, payload);
      case "TriggerMessage" -> harmless(TriggerMessage.class, payload);
      default -> CallEffect.HARMLESS;
    };
  }

  private static CallEffect harmless(Class<? extends Record> request, JsonNode payload)
      throws RpcException {
    Payloads.read(request, payload);
    return CallEffect.HARMLESS;
  }
}
