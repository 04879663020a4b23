package energy.setpoint.ocpp.v201;

import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.PhaseSwitch;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v201.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v201.wire.ChargingProfileType;
import energy.setpoint.ocpp.v201.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v201.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v201.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v201.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v201.wire.RequestStopTransaction;
import energy.setpoint.ocpp.v201.wire.SetChargingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Charging profiles of OCPP 2.0.1 (part 2, block K): one schedule of one period, which is what any
 * vehicle and any station takes (K01.FR.34, K15.FR.07, K15.FR.18).
 *
 * <p>{@code numberPhases} is only sent to switch phases: amperes hold on any number of phases,
 * three are assumed (K01.FR.49), and a station that cannot switch must reject fewer (K01.FR.43).
 */
final class ProfileCalls201 {

  /** The EVSE that stands for all of a station; a default profile there holds for each. */
  private static final int ALL_EVSES = 0;

  private ProfileCalls201() {}

  static Encoding fallback(Ceiling ceiling, StationTraits traits) {
    RateLimit limit = RateLimit.of(ceiling, traits);
    ChargingProfileType profile =
        profile(
            ProfilePlan.ofFallback(),
            ChargingProfilePurpose.TxDefaultProfile,
            limit,
            ChargingSchedulePeriodType.ofLimit(limit.value()),
            Optional.empty());
    return encoding(ALL_EVSES, profile, limit, List.of());
  }

  /** The limit of all EVSEs together, on EVSE 0 (K04.FR.03) and not Relative (K01.FR.38). */
  static Encoding stationMaximum(CapStation cap, StationTraits traits) {
    if (!traits.can(Ability.STATION_MAXIMUM)) {
      return new Encoding.Inexpressible(
          "The station takes no limit for all of its EVSEs together.");
    }
    RateLimit limit = RateLimit.of(cap.ceiling(), traits);
    ChargingProfileType profile =
        profile(
            ProfilePlan.ofStationMaximum(cap.validity(), traits),
            ChargingProfilePurpose.ChargingStationMaxProfile,
            limit,
            ChargingSchedulePeriodType.ofLimit(limit.value()),
            Optional.empty());
    return encoding(ALL_EVSES, profile, limit, List.of());
  }

  static Encoding lease(Held held, StationTraits traits) {
    RateLimit limit = RateLimit.of(held.ceiling(), traits);
    return lease(held, limit, ChargingSchedulePeriodType.ofLimit(limit.value()), traits);
  }

  static Encoding switchPhases(SwitchPhases wanted, StationTraits traits) {
    Optional<String> obstacle = PhaseSwitch.findObstacle(wanted, traits);
    if (obstacle.isPresent()) {
      return new Encoding.Inexpressible(obstacle.get());
    }
    PhaseSwitch phases = PhaseSwitch.of(wanted, traits);
    RateLimit limit = RateLimit.of(wanted.ceiling(), traits);
    Held held =
        new Held(
            wanted.evse(),
            wanted.transactionId(),
            wanted.ceiling(),
            wanted.validity(),
            phases.losses());
    var period =
        new ChargingSchedulePeriodType(
            0, limit.value(), phases.numberPhases(), phases.phaseToUse());
    return lease(held, limit, period, traits);
  }

  private static Encoding lease(
      Held held, RateLimit limit, ChargingSchedulePeriodType period, StationTraits traits) {
    ChargingProfileType profile =
        profile(
            ProfilePlan.ofLease(held.evse(), held.validity(), traits),
            ChargingProfilePurpose.TxProfile,
            limit,
            period,
            Optional.of(held.transactionId()));
    return encoding(held.evse().number(), profile, limit, held.losses());
  }

  private static ChargingProfileType profile(
      ProfilePlan plan,
      ChargingProfilePurpose purpose,
      RateLimit limit,
      ChargingSchedulePeriodType period,
      Optional<String> transactionId) {
    var schedule =
        ChargingScheduleType.of(
            plan.id(),
            limit.unit() == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W,
            period,
            plan.start(),
            plan.durationSeconds());
    return ChargingProfileType.of(plan.id(), plan.stackLevel(), purpose, schedule, transactionId);
  }

  private static Encoding encoding(
      int evseId, ChargingProfileType profile, RateLimit limit, List<String> known) {
    var call =
        new OutboundCall(
            "SetChargingProfile", Payloads.write(new SetChargingProfile(evseId, profile)));
    List<String> losses = new ArrayList<>(known);
    losses.addAll(limit.losses());
    return Encoding.of(call, losses, limit.mayDraw());
  }

  static Encoding clear(EvseRef evse) {
    var byId = new ClearChargingProfile(Optional.of(ProfilePlan.idOf(evse)), Optional.empty());
    return new Encoding.Exact(
        List.of(new OutboundCall("ClearChargingProfile", Payloads.write(byId))));
  }

  /** F03. */
  static Encoding stop(StopTransaction stop) {
    var call = new RequestStopTransaction(stop.transactionId());
    return new Encoding.Exact(
        List.of(new OutboundCall("RequestStopTransaction", Payloads.write(call))));
  }
}
