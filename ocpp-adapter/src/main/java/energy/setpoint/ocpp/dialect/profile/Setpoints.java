package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.List;

/**
 * A setpoint on the wire, rounded towards zero to one decimal, and never above the ceiling that
 * stands for it.
 *
 * <p>On AC it must hold on every phase, so that a vehicle on one phase does not put the power of
 * three there. A station that takes values of their own for the phases gets one for each, in watts
 * if it can. Others must refuse those (2.1 errata V2X.08 to V2X.10): they get one value in amperes,
 * which is that of each phase, as it is of a limit (K01.FR.51). One value in watts would be the sum
 * of all phases (ChargingSchedulePeriodType), so a station that takes only watts gets the power of
 * one phase. On DC the sum is meant, in watts if it can.
 *
 * @param values 1 to 3; negative feeds back
 * @param losses what the unit could not say, for people; empty when nothing was lost
 */
public record Setpoints(RateUnit unit, List<BigDecimal> values, List<String> losses) {

  public Setpoints {
    values = List.copyOf(values);
    losses = List.copyOf(losses);
  }

  public static Setpoints of(Setpoint setpoint, Ceiling ceiling, StationTraits traits) {
    Power sum = setpoint.power().min(ceiling.power());
    return traits.directCurrent() ? direct(sum, traits) : alternating(sum, ceiling, traits);
  }

  /** The same for every setpoint of a station, so that an update fits the profile before it. */
  public static RateUnit unitOf(StationTraits traits) {
    boolean sums = traits.directCurrent() || traits.can(Ability.LIMIT_PER_PHASE);
    RateUnit preferred = sums ? RateUnit.W : RateUnit.A;
    RateUnit other = sums ? RateUnit.A : RateUnit.W;
    return traits.rateUnits().contains(preferred) ? preferred : other;
  }

  private static Setpoints alternating(Power sum, Ceiling ceiling, StationTraits traits) {
    RateUnit unit = unitOf(traits);
    double share = sum.watts() / ceiling.phases();
    double value = unit == RateUnit.W ? share : share / ceiling.voltage().volts();
    boolean each = traits.can(Ability.LIMIT_PER_PHASE);
    boolean lost = unit == RateUnit.W && !each && ceiling.phases() > 1 && share != 0;
    String loss =
        "The station takes watts only, and one value for all phases, which a vehicle could put on"
            + " one of them: the setpoint is the power of one phase of %s.";
    return values(
        unit, value, each ? ceiling.phases() : 1, lost ? List.of(loss.formatted(sum)) : List.of());
  }

  private static Setpoints direct(Power sum, StationTraits traits) {
    RateUnit unit = unitOf(traits);
    if (unit == RateUnit.W) {
      return values(unit, sum.watts(), 1, List.of());
    }
    String loss =
        "The DC station takes setpoints in amperes only, at a voltage that nobody knows: %s is sent"
            + " as the current at %s V, right for that battery and too little for all others.";
    return values(
        unit,
        sum.watts() / RateLimit.HIGHEST_DC_VOLTS.doubleValue(),
        1,
        sum.watts() == 0 ? List.of() : List.of(loss.formatted(sum, RateLimit.HIGHEST_DC_VOLTS)));
  }

  private static Setpoints values(RateUnit unit, double value, int number, List<String> losses) {
    BigDecimal rounded = RateLimit.rounded(BigDecimal.valueOf(value), RoundingMode.DOWN);
    return new Setpoints(unit, Collections.nCopies(number, rounded), losses);
  }
}
