package energy.setpoint.ocpp.v16.relay;

import energy.setpoint.ocpp.overheard.CsmsLimit.Unit;
import energy.setpoint.ocpp.overheard.CsmsProfile;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.Purpose;
import energy.setpoint.ocpp.overheard.ScheduleLimits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v16.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v16.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfileKind;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingRateUnit;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedule;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charging profiles of OCPP 1.6 as another CSMS writes them (section 3.13). */
public final class CsmsProfiles16 {

  private CsmsProfiles16() {}

  static ProfileChange install(JsonNode payload) throws RpcException {
    SetChargingProfile call = Payloads.read(SetChargingProfile.class, payload);
    return new ProfileChange.Install(read(call.connectorId(), call.csChargingProfiles()));
  }

  /** A remote start without a connector may become a transaction at any of them. */
  static Optional<ProfileChange> findStart(JsonNode payload) throws RpcException {
    if (!(payload instanceof ObjectNode call) || !payload.path("chargingProfile").isObject()) {
      return Optional.empty();
    }
    ChargingProfile profile = Payloads.read(ChargingProfile.class, payload.path("chargingProfile"));
    ObjectNode without = call.deepCopy();
    without.remove("chargingProfile");
    int connector = payload.path("connectorId").asInt(0);
    ObjectNode asSet = Payloads.empty().put("connectorId", connector);
    asSet.set("csChargingProfiles", payload.path("chargingProfile"));
    return Optional.of(new ProfileChange.StartWith(read(connector, profile), without, asSet));
  }

  static ProfileChange clear(JsonNode payload) throws RpcException {
    ClearChargingProfile call = Payloads.read(ClearChargingProfile.class, payload);
    return new ProfileChange.Clear(
        call.id(),
        call.connectorId(),
        call.chargingProfilePurpose().map(CsmsProfiles16::purpose),
        call.stackLevel());
  }

  private static CsmsProfile read(int connector, ChargingProfile profile) {
    ChargingSchedule schedule = profile.chargingSchedule();
    boolean absolute = profile.chargingProfileKind() == ChargingProfileKind.Absolute;
    var limits =
        new ScheduleLimits(
            schedule.startSchedule().filter(it -> absolute),
            schedule.duration(),
            0,
            schedule.chargingRateUnit() == ChargingRateUnit.A ? Unit.A : Unit.W);
    return new CsmsProfile(
        profile.chargingProfileId(),
        connector,
        profile.stackLevel(),
        purpose(profile.chargingProfilePurpose()),
        profile.transactionId().map(String::valueOf),
        profile.validFrom(),
        profile.validTo(),
        limits.of(
            schedule.chargingSchedulePeriod().stream()
                .map(it -> new ScheduleLimits.Period(it.startPeriod(), it.limit()))
                .toList()));
  }

  private static Purpose purpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargePointMaxProfile -> Purpose.STATION;
      case TxDefaultProfile -> Purpose.ANY_TRANSACTION;
      case TxProfile -> Purpose.TRANSACTION;
    };
  }
}
