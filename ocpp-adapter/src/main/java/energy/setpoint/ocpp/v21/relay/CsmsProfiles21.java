package energy.setpoint.ocpp.v21.relay;

import energy.setpoint.ocpp.composite.profile.ProfilePurpose;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.composite.LocalTimes21;
import energy.setpoint.ocpp.v21.composite.Profiles21;
import energy.setpoint.ocpp.v21.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v21.wire.ChargingProfileType;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile.ClearChargingProfileType;
import energy.setpoint.ocpp.v21.wire.OperationMode;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charging profiles of OCPP 2.1 as another CSMS writes them (part 2, block K). */
public final class CsmsProfiles21 {

  private CsmsProfiles21() {}

  static ProfileChange install(JsonNode payload) throws RpcException {
    SetChargingProfile call = read(payload);
    Optional<String> unfit = findUnfitness(call.chargingProfile());
    return unfit.isPresent()
        ? new ProfileChange.Unfit(unfit.get())
        : new ProfileChange.Install(Profiles21.of(call.evseId(), call.chargingProfile()));
  }

  private static SetChargingProfile read(JsonNode payload) throws RpcException {
    return Payloads.read(SetChargingProfile.class, LocalTimes21.asUtc(payload));
  }

  /** A start without an EVSE may become a transaction at any of them. */
  static Optional<ProfileChange> findStart(JsonNode payload) throws RpcException {
    if (!(payload instanceof ObjectNode call) || !payload.path("chargingProfile").isObject()) {
      return Optional.empty();
    }
    ObjectNode asSet = Payloads.empty().put("evseId", payload.path("evseId").asInt(0));
    asSet.set("chargingProfile", payload.path("chargingProfile"));
    SetChargingProfile set = read(asSet);
    Optional<String> unfit = findUnfitness(set.chargingProfile());
    if (unfit.isPresent()) {
      return unfit.map(ProfileChange.Unfit::new);
    }
    ObjectNode without = call.deepCopy();
    without.remove("chargingProfile");
    return Optional.of(
        new ProfileChange.StartWith(
            Profiles21.of(set.evseId(), set.chargingProfile()), without, asSet));
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
        purpose.flatMap(CsmsProfiles21::findPurpose),
        criteria.flatMap(ClearChargingProfileType::stackLevel));
  }

  /**
   * Local generation adds to the limits and priority goes before them: both could lead past a fuse.
   * Of a period only a plain limit is an upper bound that can be combined with ours: no value per
   * phase, no setpoint, nothing about feeding back. What the state of charge makes of a limit is
   * not known here (K01.FR.100).
   */
  private static Optional<String> findUnfitness(ChargingProfileType profile) {
    if (findPurpose(profile.chargingProfilePurpose()).isEmpty()) {
      return Optional.of(
          "Profiles of purpose "
              + profile.chargingProfilePurpose()
              + " could lead past our limits.");
    }
    if (profile.chargingSchedule().stream().anyMatch(it -> it.limitAtSoC().isPresent())) {
      return Optional.of("The state of charge that limitAtSoC depends on is not known here.");
    }
    boolean plain =
        profile.chargingSchedule().stream()
            .flatMap(it -> it.chargingSchedulePeriod().stream())
            .allMatch(CsmsProfiles21::isPlain);
    return plain
        ? Optional.empty()
        : Optional.of("Every period must have a limit for all phases, and no other target.");
  }

  private static boolean isPlain(ChargingSchedulePeriodType period) {
    boolean charging =
        period.operationMode().filter(it -> it != OperationMode.ChargingOnly).isEmpty();
    boolean others =
        Stream.of(
                period.limit_L2(),
                period.limit_L3(),
                period.dischargeLimit(),
                period.setpoint(),
                period.setpointReactive())
            .anyMatch(Optional::isPresent);
    return period.limit().isPresent() && charging && !others;
  }

  private static Optional<ProfilePurpose> findPurpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargingStationMaxProfile -> Optional.of(ProfilePurpose.STATION_MAX);
      case TxDefaultProfile -> Optional.of(ProfilePurpose.TX_DEFAULT);
      case TxProfile -> Optional.of(ProfilePurpose.TX);
      case ChargingStationExternalConstraints, PriorityCharging, LocalGeneration ->
          Optional.empty();
    };
  }
}
