package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode.CentralFrequency;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.OutboundCall;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.ProfilePlan;
import energy.setpoint.ocpp.dialect.profile.Setpoints;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.payload.Payloads;
import energy.setpoint.ocpp.v21.wire.ChargingScheduleUpdateType;
import energy.setpoint.ocpp.v21.wire.OperationMode;
import energy.setpoint.ocpp.v21.wire.UpdateDynamicSchedule;
import java.util.List;
import java.util.Optional;

/**
 * Setpoints of OCPP 2.1 (Q03, Q04, Q07). A setpoint of 0 is sent as such: the vehicle neither takes
 * nor feeds back and stays ready.
 */
final class SetpointCalls21 {

  private static final String NONE = "The station follows no setpoints";
  private static final String NO_DYNAMICS =
      "The station takes no Dynamic profiles: each move of the setpoint is a profile of its own.";

  private SetpointCalls21() {}

  static Encoding follow(FollowSetpoint wanted, StationTraits traits) {
    if (!traits.setpoints()) {
      return ProfileCalls21.lease(Held.of(wanted, NONE), traits);
    }
    Rate rate = rate(wanted.setpoint(), wanted.ceiling(), traits);
    if (wanted.pace() == Pace.STEADY) {
      return ProfileCalls21.lease(
          wanted.evse(), wanted.transactionId(), wanted.validity(), rate, traits);
    }
    return traits.can(Ability.DYNAMIC_PROFILES)
        ? ProfileCalls21.dynamicLease(
            wanted.evse(), wanted.transactionId(), wanted.validity(), rate, traits)
        : ProfileCalls21.lease(
            wanted.evse(),
            wanted.transactionId(),
            wanted.validity(),
            rate.afterLosing(List.of(NO_DYNAMICS)),
            traits);
  }

  /** K28.FR.06, and a whole profile where a station takes no updates. */
  static Encoding adjust(AdjustSetpoint wanted, StationTraits traits) {
    if (!traits.can(Ability.DYNAMIC_PROFILES) || !traits.setpoints()) {
      return follow(
          new FollowSetpoint(
              wanted.evse(),
              wanted.transactionId(),
              wanted.setpoint(),
              wanted.ceiling(),
              Pace.FAST,
              wanted.validity()),
          traits);
    }
    Rate rate = rate(wanted.setpoint(), wanted.ceiling(), traits);
    var update =
        new UpdateDynamicSchedule(
            ProfilePlan.idOf(wanted.evse()), ChargingScheduleUpdateType.of(rate.period()));
    var call = new OutboundCall("UpdateDynamicSchedule", Payloads.write(update));
    return Encoding.of(call, rate.losses(), Optional.empty());
  }

  /** A Dynamic profile without limits (errata Q07.FR.02, Q07.FR.03). */
  static Encoding centralFrequency(Operate wanted, CentralFrequency mode, StationTraits traits) {
    if (!traits.can(Ability.DYNAMIC_PROFILES)) {
      return ProfileCalls21.lease(
          Held.of(wanted, "CentralFrequency needs Dynamic profiles, which the station has not got"),
          traits);
    }
    return ProfileCalls21.dynamicLease(
        wanted.evse(),
        wanted.transactionId(),
        wanted.validity(),
        frequencyRate(mode, wanted.ceiling(), traits),
        traits);
  }

  static Rate frequencyRate(CentralFrequency mode, Ceiling ceiling, StationTraits traits) {
    Setpoints values = Setpoints.of(new Setpoint(mode.setpoint()), ceiling, traits);
    var period = new PeriodDraft().setpoint(values.values()).mode(OperationMode.CentralFrequency);
    return Rate.of(values.unit(), period, values.losses());
  }

  static Rate rate(Setpoint setpoint, Ceiling ceiling, StationTraits traits) {
    Setpoints values = Setpoints.of(setpoint, ceiling, traits);
    var period = new PeriodDraft().setpoint(values.values()).mode(OperationMode.CentralSetpoint);
    if (takesLimitBeside(values, traits)) {
      period.limit(Setpoints.of(new Setpoint(ceiling.power()), ceiling, traits).values());
    }
    return Rate.of(values.unit(), period, values.losses());
  }

  /**
   * The requirements forbid a limit there (Q03.FR.02) where the table of the modes has it optional:
   * a station must say that it takes one. Limits of several phases it must take as well.
   */
  private static boolean takesLimitBeside(Setpoints values, StationTraits traits) {
    boolean onePhase = values.values().size() == 1;
    return traits.can(Ability.LIMIT_BESIDE_SETPOINT)
        && (onePhase || traits.can(Ability.LIMIT_PER_PHASE));
  }
}
