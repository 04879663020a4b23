package energy.setpoint.ocpp.v16.relay;

import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.composite.Profiles16;
import energy.setpoint.ocpp.v16.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charging profiles of OCPP 1.6 as another CSMS writes them (section 3.13). */
public final class CsmsProfiles16 {

  private CsmsProfiles16() {}

  static ProfileChange install(JsonNode payload) throws RpcException {
    return new ProfileChange.Install(
        Profiles16.of(Payloads.read(SetChargingProfile.class, payload)));
  }

  /** A remote start without a connector may become a transaction at any of them. */
  static Optional<ProfileChange> findStart(JsonNode payload) throws RpcException {
    if (!(payload instanceof ObjectNode call) || !payload.path("chargingProfile").isObject()) {
      return Optional.empty();
    }
    ObjectNode without = call.deepCopy();
    without.remove("chargingProfile");
    int connector = payload.path("connectorId").asInt(0);
    ObjectNode asSet = Payloads.empty().put("connectorId", connector);
    asSet.set("csChargingProfiles", payload.path("chargingProfile"));
    SetChargingProfile set = Payloads.read(SetChargingProfile.class, asSet);
    return Optional.of(new ProfileChange.StartWith(Profiles16.of(set), without, asSet));
  }

  static ProfileChange clear(JsonNode payload) throws RpcException {
    ClearChargingProfile call = Payloads.read(ClearChargingProfile.class, payload);
    return new ProfileChange.Clear(
        call.id(),
        call.connectorId(),
        call.chargingProfilePurpose().map(Profiles16::purpose),
        call.stackLevel());
  }
}
