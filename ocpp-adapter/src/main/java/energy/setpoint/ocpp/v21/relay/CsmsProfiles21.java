package energy.setpoint.ocpp.v21.relay;

import energy.setpoint.ocpp.overheard.CsmsLimit;
import energy.setpoint.ocpp.overheard.CsmsLimit.Unit;
import energy.setpoint.ocpp.overheard.CsmsProfile;
import energy.setpoint.ocpp.overheard.ProfileChange;
import energy.setpoint.ocpp.overheard.Purpose;
import energy.setpoint.ocpp.overheard.ScheduleLimits;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.v21.wire.ChargingProfileKind;
import energy.setpoint.ocpp.v21.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v21.wire.ChargingProfileType;
import energy.setpoint.ocpp.v21.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile.ClearChargingProfileType;
import energy.setpoint.ocpp.v21.wire.OperationMode;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Charging profiles of OCPP 2.1 as another CSMS writes them (part 2, block K). */
public final class CsmsProfiles21 {

  private CsmsProfiles21() {}

  static ProfileChange install(JsonNode payload) throws RpcException {
    SetChargingProfile call = Payloads.read(SetChargingProfile.class, payload);
    ChargingProfileType profile = call.chargingProfile();
    return findUnfitness(profile)
        .<ProfileChange>map(ProfileChange.Unfit::new)
        .orElseGet(() -> new ProfileChange.Install(read(call.evseId(), profile)));
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
    return Optional.of(new ProfileChange.StartWith(read(evse, profile), without, asSet));
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
   * A period without a limit says nothing that could be an upper bound; one per phase is more than
   * is combined here.
   */
  private static Optional<String> findUnfitness(ChargingProfileType profile) {
    if (findPurpose(profile.chargingProfilePurpose()).isEmpty()) {
      return Optional.of(
          "Profiles of purpose "
              + profile.chargingProfilePurpose()
              + " could lead past our limits.");
    }
    boolean plain =
        profile.chargingSchedule().stream()
            .flatMap(it -> it.chargingSchedulePeriod().stream())
            .allMatch(CsmsProfiles21::isPlain);
    return plain
        ? Optional.empty()
        : Optional.of("Every period must have a limit, for all phases.");
  }

  private static boolean isPlain(ChargingSchedulePeriodType period) {
    boolean perPhase = period.limit_L2().isPresent() || period.limit_L3().isPresent();
    boolean charging =
        period.operationMode().filter(it -> it != OperationMode.ChargingOnly).isEmpty();
    return period.limit().isPresent() && !perPhase && charging;
  }

  private static Optional<Purpose> findPurpose(ChargingProfilePurpose purpose) {
    return switch (purpose) {
      case ChargingStationMaxProfile -> Optional.of(Purpose.STATION);
      case TxDefaultProfile -> Optional.of(Purpose.ANY_TRANSACTION);
      case TxProfile -> Optional.of(Purpose.TRANSACTION);
      case ChargingStationExternalConstraints, PriorityCharging, LocalGeneration ->
          Optional.empty();
    };
  }

  private static CsmsProfile read(int evse, ChargingProfileType profile) {
    List<CsmsLimit> limits = new ArrayList<>();
    profile.chargingSchedule().forEach(it -> limits.addAll(limits(profile, it)));
    return new CsmsProfile(
        profile.id(),
        evse,
        profile.stackLevel(),
        findPurpose(profile.chargingProfilePurpose()).orElseThrow(),
        profile.transactionId(),
        profile.validFrom(),
        profile.validTo(),
        limits);
  }

  private static List<CsmsLimit> limits(
      ChargingProfileType profile, ChargingScheduleType schedule) {
    boolean absolute = profile.chargingProfileKind() == ChargingProfileKind.Absolute;
    var limits =
        new ScheduleLimits(
            schedule.startSchedule().filter(it -> absolute),
            schedule.duration(),
            schedule.randomizedDelay().orElse(0),
            schedule.chargingRateUnit() == ChargingRateUnit.A ? Unit.A : Unit.W);
    return limits.of(
        schedule.chargingSchedulePeriod().stream()
            .map(it -> new ScheduleLimits.Period(it.startPeriod(), it.limit().orElseThrow()))
            .toList());
  }
}
