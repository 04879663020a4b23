package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.OperatingMode;
import energy.setpoint.core.intent.OperatingMode.CentralFrequency;
import energy.setpoint.core.intent.OperatingMode.ExternalLimits;
import energy.setpoint.core.intent.OperatingMode.ExternalSetpoint;
import energy.setpoint.core.intent.OperatingMode.Idle;
import energy.setpoint.core.intent.OperatingMode.LocalFrequency;
import energy.setpoint.core.intent.OperatingMode.LocalLoadBalancing;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.profile.DischargeLimit;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import energy.setpoint.ocpp.v21.wire.OperationMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The V2X operation modes of OCPP 2.1 in which an EVSE acts by itself (block Q). Which fields each
 * takes stands in the table of section 2.2 there, and in the requirements, which go before it.
 */
final class OperationCalls21 {

  private OperationCalls21() {}

  static Encoding operate(Operate wanted, StationTraits traits) {
    StationTraits.OperationMode needed = trait(wanted.mode());
    if (!traits.can(needed)) {
      return ProfileCalls21.lease(
          Held.of(wanted, "The station has no operation mode " + wire(wanted.mode())), traits);
    }
    return switch (wanted.mode()) {
      case ExternalLimits mode -> externalLimits(wanted, mode, traits);
      case ExternalSetpoint mode -> external(wanted, bounded(wanted, mode.floor(), traits), traits);
      case LocalLoadBalancing mode -> lease(wanted, bounded(wanted, mode.floor(), traits), traits);
      case CentralFrequency mode -> SetpointCalls21.centralFrequency(wanted, mode, traits);
      case LocalFrequency mode -> localFrequency(wanted, mode, traits);
      case Idle mode -> idle(wanted, mode, traits);
    };
  }

  /** A limit and a discharge limit (Q05; Q09.FR.05 for LocalLoadBalancing). */
  private static Rate bounded(Operate wanted, Power floor, StationTraits traits) {
    RateLimit limit = RateLimit.of(wanted.ceiling(), traits);
    DischargeLimit discharge = DischargeLimit.of(floor, wanted.ceiling(), limit.unit(), traits);
    List<String> losses = new ArrayList<>(limit.losses());
    losses.addAll(discharge.losses());
    var period =
        new PeriodDraft()
            .limit(List.of(limit.value()))
            .dischargeLimit(discharge.value())
            .mode(wire(wanted.mode()));
    return new Rate(limit.unit(), period.build(), losses, limit.mayDraw());
  }

  /** The limits are only where the energy manager begins (table of section 2.2). */
  private static Encoding externalLimits(
      Operate wanted, ExternalLimits mode, StationTraits traits) {
    String loss =
        "The energy manager at the site may raise the limit above %s: nothing of ours holds it."
            .formatted(wanted.ceiling().power());
    Rate rate = bounded(wanted, mode.floor(), traits).afterLosing(List.of(loss));
    Rate unheld =
        new Rate(rate.unit(), rate.period(), rate.losses(), Optional.of(Encoding.ANYTHING));
    return external(wanted, unheld, traits);
  }

  /** An energy manager may change its value during the period of a Dynamic profile (Q05.FR.03). */
  private static Encoding external(Operate wanted, Rate rate, StationTraits traits) {
    if (traits.can(Ability.DYNAMIC_PROFILES)) {
      return ProfileCalls21.leaseForOthers(
          wanted.evse(), wanted.transactionId(), wanted.validity(), rate, traits);
    }
    String loss =
        "The station takes no Dynamic profiles: what the energy manager says counts when the"
            + " profile begins and may not change after that.";
    return lease(wanted, rate.afterLosing(List.of(loss)), traits);
  }

  /** Curves are in watts (Q08.FR.05), and no limit may stand beside them (Q08.FR.01). */
  private static Encoding localFrequency(
      Operate wanted, LocalFrequency mode, StationTraits traits) {
    if (!traits.rateUnits().contains(RateUnit.W)) {
      return ProfileCalls21.lease(
          Held.of(wanted, "The station takes no watts, in which curves are"), traits);
    }
    ReserveCurves curves = ReserveCurves.of(mode, wanted.ceiling(), traits);
    var period =
        new PeriodDraft()
            .mode(OperationMode.LocalFrequency)
            .curves(curves.baseline(), curves.frequency(), curves.signal());
    return lease(wanted, Rate.of(RateUnit.W, period, curves.losses()), traits);
  }

  /** No values at all (Q10.FR.01), so the unit means nothing. */
  private static Encoding idle(Operate wanted, Idle mode, StationTraits traits) {
    boolean sleeps = mode.evseSleep() && traits.can(Ability.EVSE_SLEEP);
    List<String> losses =
        mode.evseSleep() && !sleeps
            ? List.of("The station does not let its electronics sleep.")
            : List.of();
    RateUnit unit = RateLimit.of(wanted.ceiling(), traits).unit();
    var period = new PeriodDraft().idle(sleeps, mode.preconditioning());
    return lease(wanted, Rate.of(unit, period, losses), traits);
  }

  private static Encoding lease(Operate wanted, Rate rate, StationTraits traits) {
    return ProfileCalls21.lease(
        wanted.evse(), wanted.transactionId(), wanted.validity(), rate, traits);
  }

  private static OperationMode wire(OperatingMode mode) {
    return switch (mode) {
      case ExternalLimits _ -> OperationMode.ExternalLimits;
      case ExternalSetpoint _ -> OperationMode.ExternalSetpoint;
      case LocalLoadBalancing _ -> OperationMode.LocalLoadBalancing;
      case CentralFrequency _ -> OperationMode.CentralFrequency;
      case LocalFrequency _ -> OperationMode.LocalFrequency;
      case Idle _ -> OperationMode.Idle;
    };
  }

  private static StationTraits.OperationMode trait(OperatingMode mode) {
    return switch (mode) {
      case ExternalLimits _ -> StationTraits.OperationMode.EXTERNAL_LIMITS;
      case ExternalSetpoint _ -> StationTraits.OperationMode.EXTERNAL_SETPOINT;
      case LocalLoadBalancing _ -> StationTraits.OperationMode.LOCAL_LOAD_BALANCING;
      case CentralFrequency _ -> StationTraits.OperationMode.CENTRAL_FREQUENCY;
      case LocalFrequency _ -> StationTraits.OperationMode.LOCAL_FREQUENCY;
      case Idle _ -> StationTraits.OperationMode.IDLE;
    };
  }
}
