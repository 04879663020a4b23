package energy.setpoint.ocpp.v201;

import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ProfilePlan;
import energy.setpoint.ocpp.dialect.RateLimit;
import energy.setpoint.ocpp.dialect.Setpoints;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.dialect.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v201.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v201.wire.ChargingProfileType;
import energy.setpoint.ocpp.v201.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v201.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v201.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v201.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v201.wire.SetChargingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Intents as charging profiles of OCPP 2.0.1 (part 2, block K).
 *
 * <p>{@code numberPhases} is never sent: amperes hold on any number of phases, three are assumed
 * (K01.FR.49), and a station that cannot switch phases must reject fewer (K01.FR.43).
 */
final class ProfileCalls201 {

  /** The EVSE that stands for all of a station; a default profile there holds for each. */
  private static final int ALL_EVSES = 0;

  private ProfileCalls201() {}

  static Encoding encode(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case SetFallback fallback -> fallback(RateLimit.of(fallback.ceiling(), traits));
      case CapPower cap ->
          lease(
              cap.evse(),
              cap.transactionId(),
              ProfilePlan.ofLease(cap.evse(), cap.validity(), traits),
              RateLimit.of(cap.ceiling(), traits),
              List.of());
      case FollowSetpoint follow ->
          lease(
              follow.evse(),
              follow.transactionId(),
              ProfilePlan.ofLease(follow.evse(), follow.validity(), traits),
              RateLimit.of(follow.ceiling(), traits),
              List.of(Setpoints.loss("OCPP 2.0.1 knows no setpoints", follow)));
      case Release release -> new Encoding.Exact(List.of(clear(release.evse())));
      case EvseIntent other -> new Encoding.Inexpressible("Not yet: " + other);
      case DerIntent _ -> new Encoding.Inexpressible("OCPP 2.0.1 knows no DER controls.");
      case TariffIntent _ ->
          new Encoding.Inexpressible("A station of OCPP 2.0.1 reckons no prices by a tariff.");
      case CapStation _, OfferPriority _, CallReserve _ ->
          new Encoding.Inexpressible("Not yet: " + intent);
    };
  }

  private static Encoding fallback(RateLimit limit) {
    ProfilePlan plan = ProfilePlan.ofFallback();
    var profile =
        ChargingProfileType.of(
            plan.id(),
            plan.stackLevel(),
            ChargingProfilePurpose.TxDefaultProfile,
            schedule(plan, limit),
            Optional.empty());
    return encoding(ALL_EVSES, profile, limit.losses());
  }

  private static Encoding lease(
      EvseRef evse, String transactionId, ProfilePlan plan, RateLimit limit, List<String> known) {
    var profile =
        ChargingProfileType.of(
            plan.id(),
            plan.stackLevel(),
            ChargingProfilePurpose.TxProfile,
            schedule(plan, limit),
            Optional.of(transactionId));
    List<String> losses = new ArrayList<>(known);
    losses.addAll(limit.losses());
    return encoding(evse.number(), profile, losses);
  }

  private static ChargingScheduleType schedule(ProfilePlan plan, RateLimit limit) {
    return ChargingScheduleType.of(
        plan.id(),
        limit.unit() == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W,
        ChargingSchedulePeriodType.ofLimit(limit.value()),
        plan.start(),
        plan.durationSeconds());
  }

  private static Encoding encoding(int evseId, ChargingProfileType profile, List<String> losses) {
    var call =
        new OutboundCall(
            "SetChargingProfile", Payloads.write(new SetChargingProfile(evseId, profile)));
    return losses.isEmpty()
        ? new Encoding.Exact(List.of(call))
        : new Encoding.Degraded(List.of(call), losses);
  }

  private static OutboundCall clear(EvseRef evse) {
    var byId = new ClearChargingProfile(Optional.of(ProfilePlan.idOf(evse)), Optional.empty());
    return new OutboundCall("ClearChargingProfile", Payloads.write(byId));
  }
}
