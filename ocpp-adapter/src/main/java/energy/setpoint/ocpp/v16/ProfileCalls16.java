package energy.setpoint.ocpp.v16;

import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.DerIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.TariffIntent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.ProfilePlan;
import energy.setpoint.ocpp.dialect.RateLimit;
import energy.setpoint.ocpp.dialect.Setpoints;
import energy.setpoint.ocpp.dialect.StationTraits;
import energy.setpoint.ocpp.dialect.StationTraits.RateUnit;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v16.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v16.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfile;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingProfileKind;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingRateUnit;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedule;
import energy.setpoint.ocpp.v16.wire.SetChargingProfile.ChargingSchedulePeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Intents as charging profiles of OCPP 1.6 (sections 3.13 and 5.16). */
final class ProfileCalls16 {

  /** The connector that stands for all of a station; a default profile there holds for each. */
  private static final int ALL_CONNECTORS = 0;

  private ProfileCalls16() {}

  static Encoding encode(ChargingIntent intent, StationTraits traits) {
    return switch (intent) {
      case SetFallback fallback -> fallback(fallback.ceiling(), traits);
      case CapPower cap ->
          lease(cap.evse(), cap.transactionId(), cap.ceiling(), cap.validity(), traits, List.of());
      case FollowSetpoint follow ->
          lease(
              follow.evse(),
              follow.transactionId(),
              follow.ceiling(),
              follow.validity(),
              traits,
              List.of(Setpoints.loss("OCPP 1.6 knows no setpoints", follow)));
      case Release release -> new Encoding.Exact(List.of(clear(release.evse())));
      case EvseIntent other -> new Encoding.Inexpressible("Not yet: " + other);
      case DerIntent _ -> new Encoding.Inexpressible("OCPP 1.6 knows no DER controls.");
      case TariffIntent _ ->
          new Encoding.Inexpressible("A station of OCPP 1.6 reckons no prices by a tariff.");
      case CapStation _, OfferPriority _, CallReserve _ ->
          new Encoding.Inexpressible("Not yet: " + intent);
    };
  }

  private static Encoding fallback(Ceiling ceiling, StationTraits traits) {
    RateLimit limit = RateLimit.of(ceiling, traits);
    ChargingProfile profile =
        profile(
            ProfilePlan.ofFallback(),
            ChargingProfilePurpose.TxDefaultProfile,
            Optional.empty(),
            limit,
            numberPhases(ceiling, limit, traits));
    return encoding(ALL_CONNECTORS, profile, limit.losses());
  }

  private static Encoding lease(
      EvseRef evse,
      String transactionId,
      Ceiling ceiling,
      Interval validity,
      StationTraits traits,
      List<String> known) {
    Optional<Integer> transaction = findNumber(transactionId);
    if (transaction.isEmpty()) {
      return new Encoding.Inexpressible(
          "Transactions of OCPP 1.6 have numbers, not '" + transactionId + "'.");
    }
    RateLimit limit = RateLimit.of(ceiling, traits);
    ChargingProfile profile =
        profile(
            ProfilePlan.ofLease(evse, validity, traits),
            ChargingProfilePurpose.TxProfile,
            transaction,
            limit,
            numberPhases(ceiling, limit, traits));
    List<String> losses = new ArrayList<>(known);
    losses.addAll(limit.losses());
    return encoding(evse.number(), profile, losses);
  }

  private static ChargingProfile profile(
      ProfilePlan plan,
      ChargingProfilePurpose purpose,
      Optional<Integer> transactionId,
      RateLimit limit,
      Optional<Integer> numberPhases) {
    var period = new ChargingSchedulePeriod(0, limit.value(), numberPhases);
    var schedule =
        new ChargingSchedule(
            limit.unit() == RateUnit.A ? ChargingRateUnit.A : ChargingRateUnit.W,
            List.of(period),
            plan.durationSeconds(),
            Optional.of(plan.start()),
            Optional.empty());
    return new ChargingProfile(
        plan.id(),
        plan.stackLevel(),
        purpose,
        ChargingProfileKind.Absolute,
        schedule,
        transactionId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Three are assumed when nothing is said (section 7.14). Watts and DC need no phases. */
  private static Optional<Integer> numberPhases(
      Ceiling ceiling, RateLimit limit, StationTraits traits) {
    boolean matters = limit.unit() == RateUnit.A && !traits.directCurrent();
    return matters ? Optional.of(ceiling.phases()).filter(phases -> phases < 3) : Optional.empty();
  }

  private static Encoding encoding(int connector, ChargingProfile profile, List<String> losses) {
    var call =
        new OutboundCall(
            "SetChargingProfile", Payloads.write(new SetChargingProfile(connector, profile)));
    return losses.isEmpty()
        ? new Encoding.Exact(List.of(call))
        : new Encoding.Degraded(List.of(call), losses);
  }

  private static OutboundCall clear(EvseRef evse) {
    var byId =
        new ClearChargingProfile(
            Optional.of(ProfilePlan.idOf(evse)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return new OutboundCall("ClearChargingProfile", Payloads.write(byId));
  }

  private static Optional<Integer> findNumber(String transactionId) {
    try {
      return Optional.of(Integer.valueOf(transactionId));
    } catch (NumberFormatException notOurs) {
      return Optional.empty();
    }
  }
}
