package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.ChargingProfilePurpose;
import energy.setpoint.ocpp.v21.wire.ChargingProfileType;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleType;
import energy.setpoint.ocpp.v21.wire.ClearChargingProfile;
import energy.setpoint.ocpp.v21.wire.SetChargingProfile;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Charging profiles of OCPP 2.1 (part 2, block K): one schedule of one period, which is what any
 * vehicle and any station takes (K01.FR.34, K15.FR.07, K18.FR.18, K19.FR.07).
 */
final class ProfileCalls21 {

  /** The EVSE that stands for all of a station; a default profile there holds for each. */
  private static final int ALL_EVSES = 0;

  private ProfileCalls21() {}

  /** Without a time offline, so that it holds when nothing else does (K01.FR.103). */
  static Encoding fallback(Rate rate) {
    return encoding(
        ALL_EVSES,
        absolute(
            ProfilePlan.ofFallback(),
            ChargingProfilePurpose.TxDefaultProfile,
            rate,
            Optional.empty()),
        rate);
  }

  /** The limit of all EVSEs together, on EVSE 0 (K04.FR.03) and not Relative (K01.FR.38). */
  static Encoding stationMaximum(CapStation cap, StationTraits traits) {
    if (!traits.can(Ability.STATION_MAXIMUM)) {
      return new Encoding.Inexpressible(
          "The station takes no limit for all of its EVSEs together.");
    }
    Rate rate = Rate.of(RateLimit.of(cap.ceiling(), traits));
    ChargingProfileType profile =
        absolute(
            ProfilePlan.ofStationMaximum(cap.validity(), traits),
            ChargingProfilePurpose.ChargingStationMaxProfile,
            rate,
            Optional.empty());
    return encoding(ALL_EVSES, offline(profile, cap.validity(), traits), rate);
  }

  /** Without a duration, which a station must refuse (K01.FR.70, K01.FR.73). */
  static Encoding priority(Rate rate) {
    return encoding(
        ALL_EVSES,
        absolute(
            ProfilePlan.ofPriority(),
            ChargingProfilePurpose.PriorityCharging,
            rate,
            Optional.empty()),
        rate);
  }

  static Encoding lease(Held held, StationTraits traits) {
    Rate rate = Rate.of(RateLimit.of(held.ceiling(), traits)).afterLosing(held.losses());
    return lease(held.evse(), held.transactionId(), held.validity(), rate, traits);
  }

  static Encoding lease(
      EvseRef evse, String transactionId, Interval validity, Rate rate, StationTraits traits) {
    ChargingProfileType profile =
        absolute(
            ProfilePlan.ofLease(evse, validity, traits),
            ChargingProfilePurpose.TxProfile,
            rate,
            Optional.of(transactionId));
    return encoding(evse.number(), offline(profile, validity, traits), rate);
  }

  /**
   * A lease that others than us keep alive: it is Dynamic, so that they may, and it ends with the
   * lease, whatever they do.
   */
  static Encoding leaseForOthers(
      EvseRef evse, String transactionId, Interval validity, Rate rate, StationTraits traits) {
    int seconds = (int) Math.max(1, validity.length().toSeconds());
    ChargingProfileType profile =
        ofNow(evse, transactionId, rate, seconds, traits)
            .dynamic(Optional.empty())
            .until(validity.end());
    return encoding(evse.number(), offline(profile, validity, traits), rate);
  }

  /** A lease that we keep alive by short messages. */
  static Encoding dynamicLease(
      EvseRef evse, String transactionId, Interval validity, Rate rate, StationTraits traits) {
    DynamicLease lease = DynamicLease.of(validity);
    ChargingProfileType profile =
        ofNow(evse, transactionId, rate, lease.durationSeconds(), traits)
            .dynamic(Optional.of(lease.pullSeconds()));
    return encoding(evse.number(), offline(profile, validity, traits), rate);
  }

  private static ChargingProfileType absolute(
      ProfilePlan plan, ChargingProfilePurpose purpose, Rate rate, Optional<String> transactionId) {
    var schedule =
        ChargingScheduleType.of(
            plan.id(), rate.wireUnit(), rate.period(), plan.start(), plan.durationSeconds());
    return ChargingProfileType.of(plan.id(), plan.stackLevel(), purpose, schedule, transactionId);
  }

  private static ChargingProfileType ofNow(
      EvseRef evse, String transactionId, Rate rate, int seconds, StationTraits traits) {
    int id = ProfilePlan.idOf(evse);
    return ChargingProfileType.of(
        id,
        ProfilePlan.stackLevel(traits),
        ChargingProfilePurpose.TxProfile,
        ChargingScheduleType.ofNow(id, rate.wireUnit(), rate.period(), seconds),
        Optional.of(transactionId));
  }

  /**
   * A lease whose end a station reads from a clock that is wrong ends all the same, counted from
   * when it noticed that we are gone; and it does not come back with the connection.
   */
  private static ChargingProfileType offline(
      ChargingProfileType profile, Interval validity, StationTraits traits) {
    Duration length = validity.length();
    return traits.can(Ability.MAX_OFFLINE_DURATION)
        ? profile.givenUpAfterOffline((int) length.toSeconds())
        : profile;
  }

  private static Encoding encoding(int evseId, ChargingProfileType profile, Rate rate) {
    var call =
        new OutboundCall(
            "SetChargingProfile", Payloads.write(new SetChargingProfile(evseId, profile)));
    return Encoding.of(call, rate.losses(), rate.mayDraw());
  }

  static Encoding clear(EvseRef evse) {
    var byId = new ClearChargingProfile(Optional.of(ProfilePlan.idOf(evse)), Optional.empty());
    return new Encoding.Exact(
        List.of(new OutboundCall("ClearChargingProfile", Payloads.write(byId))));
  }
}
