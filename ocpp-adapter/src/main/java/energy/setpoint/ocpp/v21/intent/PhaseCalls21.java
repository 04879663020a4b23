package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.Encoding;
import energy.setpoint.ocpp.dialect.profile.Held;
import energy.setpoint.ocpp.dialect.profile.PhaseSwitch;
import energy.setpoint.ocpp.dialect.profile.RateLimit;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Phases of OCPP 2.1. {@code numberPhases} is only sent to switch them: amperes hold on any number
 * of phases, three are assumed (K01.FR.49), and a station that cannot switch must reject fewer
 * (K01.FR.43).
 */
final class PhaseCalls21 {

  private static final String ONE_LIMIT = "The station takes one limit for all phases";

  private PhaseCalls21() {}

  /** A TxProfile only (errata K01.FR.143), and never without {@code limit} (K01.FR.145). */
  static Encoding cap(CapPhases wanted, StationTraits traits) {
    boolean each = traits.can(Ability.LIMIT_PER_PHASE) && !traits.directCurrent();
    if (!each || wanted.isBalanced() || !traits.can(Ability.ZERO_PAUSES)) {
      return ProfileCalls21.lease(Held.of(wanted, ONE_LIMIT), traits);
    }
    RateUnit unit = traits.rateUnits().contains(RateUnit.A) ? RateUnit.A : RateUnit.W;
    List<BigDecimal> limits =
        wanted.most().stream().map(current -> limit(current, wanted, unit)).toList();
    return ProfileCalls21.lease(
        wanted.evse(),
        wanted.transactionId(),
        wanted.validity(),
        Rate.of(unit, new PeriodDraft().limit(limits), List.of()),
        traits);
  }

  /** In watts, too, each value is that of its phase, because there are several. */
  private static BigDecimal limit(Current current, CapPhases wanted, RateUnit unit) {
    BigDecimal amps = BigDecimal.valueOf(current.milliamps(), 3);
    BigDecimal value =
        unit == RateUnit.A ? amps : amps.multiply(BigDecimal.valueOf(wanted.voltage().volts()));
    return RateLimit.rounded(value, RoundingMode.DOWN);
  }

  /** K01.FR.18 to K01.FR.20. */
  static Encoding switchTo(SwitchPhases wanted, StationTraits traits) {
    Optional<String> obstacle = PhaseSwitch.findObstacle(wanted, traits);
    if (obstacle.isPresent()) {
      return new Encoding.Inexpressible(obstacle.get());
    }
    PhaseSwitch phases = PhaseSwitch.of(wanted, traits);
    RateLimit limit = RateLimit.of(wanted.ceiling(), traits);
    var period =
        new PeriodDraft()
            .limit(List.of(limit.value()))
            .phases(phases.numberPhases(), phases.phaseToUse());
    Rate rate = new Rate(limit.unit(), period.build(), limit.losses(), limit.mayDraw());
    return ProfileCalls21.lease(
        wanted.evse(),
        wanted.transactionId(),
        wanted.validity(),
        rate.afterLosing(phases.losses()),
        traits);
  }
}
