package energy.setpoint.ocpp.v21;

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
import energy.setpoint.ocpp.v21.der.DerCalls;
import energy.setpoint.ocpp.v21.tariff.TariffCalls;
import energy.setpoint.ocpp.v21.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v21.wire.ChargingProfileType;
import energy.setpoint.ocpp.v21.wire.ChargingRateUnit;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Intents as charging profiles of OCPP 2.1 (part 2, blocks K and Q).
 *
 * <p>{@code numberPhases} is never sent: amperes hold on any number of phases, three are assumed
 * (K01.FR.49), and a station that cannot switch phases must reject fewer (K01.FR.43).
 */
final class ProfileCalls21 {

  /** The EVSE that stands for all of a station; a default profile there holds for each. */
  private static final int ALL_EVSES = 0;

  private ProfileCalls21() {}

  static Encoding encode(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case SetFallback fallback -> fallback(Rate.of(RateLimit.of(fallback.ceiling(), traits)));
      case CapPower cap ->
          lease(
              cap.evse(),
              cap.transactionId(),
              ProfilePlan.ofLease(cap.evse(), cap.validity(), traits),
              Rate.of(RateLimit.of(cap.ceiling(), traits)));
      case FollowSetpoint follow -> follow(follow, traits);
      case Release release -> new Encoding.Exact(List.of(clear(release.evse())));
      case EvseIntent other -> new Encoding.Inexpressible("Not yet: " + other);
      case DerIntent der -> DerCalls.encode(der, traits);
      case TariffIntent tariff -> TariffCalls.encode(tariff);
      case CapStation _, OfferPriority _, CallReserve _ ->
          new Encoding.Inexpressible("Not yet: " + intent);
    };
  }

  /** A period, its unit, and what was lost on the way to it. */
  private record Rate(RateUnit unit, ChargingSchedulePeriodType period, List<String> losses) {

    static Rate of(RateLimit limit) {
      return new Rate(
          limit.unit(), ChargingSchedulePeriodType.ofLimit(limit.value()), limit.losses());
    }

    Rate afterLosing(String loss) {
      List<String> all = new ArrayList<>(List.of(loss));
      all.addAll(losses);
      return new Rate(unit, period, all);
    }
  }

  /** Setpoints are sent in watts: what amperes mean beside a direction is not said. */
  private static Encoding follow(FollowSetpoint intent, StationTraits traits) {
    Rate ceiling = Rate.of(RateLimit.of(intent.ceiling(), traits));
    Rate rate;
    if (!traits.setpoints()) {
      rate = ceiling.afterLosing(Setpoints.loss("The station follows no setpoints", intent));
    } else if (!traits.rateUnits().contains(RateUnit.W)) {
      rate = ceiling.afterLosing(Setpoints.loss("The station takes no setpoints in W", intent));
    } else {
      var period = ChargingSchedulePeriodType.ofCentralSetpoint(Setpoints.watts(intent, traits));
      rate = new Rate(RateUnit.W, period, List.of());
    }
    ProfilePlan plan = ProfilePlan.ofLease(intent.evse(), intent.validity(), traits);
    return lease(intent.evse(), intent.transactionId(), plan, rate);
  }

  private static Encoding fallback(Rate rate) {
    ProfilePlan plan = ProfilePlan.ofFallback();
    var profile =
        ChargingProfileType.of(
            plan.id(),
            plan.stackLevel(),
            ChargingProfilePurpose.TxDefaultProfile,
            schedule(plan, rate),
            Optional.empty());
    return encoding(ALL_EVSES, profile, rate.losses());
  }

  private static Encoding lease(EvseRef evse, String transactionId, ProfilePlan plan, Rate rate) {
    var profile =
        ChargingProfileType.of(
            plan.id(),
            plan.stackLevel(),
            ChargingProfilePurpose.TxProfile,
            schedule(plan, rate),
            Optional.of(transactionId));
    return encoding(evse.number(), profile, rate.losses());
  }

  private static ChargingScheduleType schedule(ProfilePlan plan, Rate rate) {
    return ChargingScheduleType.of(
        plan.id(),
        rate.unit() == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W,
        rate.period(),
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
