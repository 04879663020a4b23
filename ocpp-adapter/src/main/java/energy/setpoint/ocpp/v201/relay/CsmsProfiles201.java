package energy.setpoint.ocpp.v201.relay;

import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v201.composite.Profiles201;
import energy.setpoint.ocpp.v201.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v201.wire.ChargingProfileType;
import energy.setpoint.ocpp.v201.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v201.wire.ClearChargingProfile.ClearChargingProfileType;
import energy.setpoint.ocpp.v201.wire.SetChargingProfile;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charging profiles of OCPP 2.0.1 as another CSMS writes them (part 2, block K). */
public final class CsmsProfiles201 {

  private CsmsProfiles201() {}

  static ProfileChange install(JsonNode payload) throws RpcException {
    SetChargingProfile call = Payloads.read(SetChargingProfile.class, payload);
    ChargingProfileType profile = call.chargingProfile();
    return findUnfitness(profile)
        .<ProfileChange>map(ProfileChange.Unfit::new)
        .orElseGet(() -> new ProfileChange.Install(Profiles201.of(call.evseId(), profile)));
  }

  /** A start without an EVSE may become a transaction at any of them. */
  static Optional<ProfileChange> findStart(JsonNode payload) throws RpcException {
    if (!(payload instanceof ObjectNode call) || !payload.path("chargingProfile").isObject()) {
      return Optional.empty();
    }
    ChargingProfileType profile =
        Payloads.read(ChargingProfileType.class, payload.path("chargingProfile"));
    Optional<String> unfit = findUnfitness(profile);
    if (unfit.isPresent()) {
      return unfit.map(ProfileChange.Unfit::new);
    }
    ObjectNode without = call.deepCopy();
    without.remove("chargingProfile");
    int evse = payload.path("evseId").asInt(0);
    ObjectNode asSet = Payloads.empty().put("evseId", evse);
    asSet.set("chargingProfile", payload.path("chargingProfile"));
    return Optional.of(new ProfileChange.StartWith(Profiles201.of(evse, profile), without, asSet));
  }

  static ProfileChange clear(JsonNode payload) throws RpcException {
    ClearChargingProfile call = Payloads.read(ClearChargingProfile.class, payload);
    Optional<ClearChargingProfileType> criteria = call.chargingProfileCriteria();
    Optional<ChargingProfilePurpose> purpose =
        criteria.flatMap(ClearChargingProfileType::chargingProfilePurpose);
    if (purpose.isPresent() && findPurpose(purpose.get()).isEmpty()) {
      return new ProfileChange.Unfit("Profiles of this purpose are not passed on to the station.");
    }
    return new ProfileChange.Clear(
        call.chargingProfileId(),
        criteria.flatMap(ClearChargingProfileType::evseId),
        purpose.flatMap(CsmsProfiles201::findPurpose),
        criteria.flatMap(ClearChargingProfileType::stackLevel));
  }

  /** External constraints come from elsewhere than a CSMS (K01.FR.22). */
  private static Optional<String> findUnfitness(ChargingProfileType profile) {
    return findPurpose(profile.chargingProfilePurpose()).isPresent()
        ? Optional.empty()
        : Optional.of("A CSMS must not set " + profile.chargingProfilePurpose() + ".");
  }

  private static Optional<ProfilePurpose> findPurpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargingStationMaxProfile -> Optional.of(ProfilePurpose.STATION_MAX);
      case TxDefaultProfile -> Optional.of(ProfilePurpose.TX_DEFAULT);
      case TxProfile -> Optional.of(ProfilePurpose.TX);
      case ChargingStationExternalConstraints -> Optional.empty();
    };
  }
}
