package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The most that may be fed back as the discharge limit of a charging profile, in the same unit and
 * with the same caution as the limit beside it ({@link RateLimit}).
 *
 * @param value at most 0, rounded towards zero to one decimal
 * @param losses what the unit could not say, for people; empty when nothing was lost
 */
public record DischargeLimit(BigDecimal value, List<String> losses) {

  public DischargeLimit {
    losses = List.copyOf(losses);
  }

  /**
   * @param floor at most 0 W, over all phases
   * @param ceiling that stands beside it
   * @param unit of the limit beside it
   */
  public static DischargeLimit of(
      Power floor, Ceiling ceiling, RateUnit unit, StationTraits traits) {
    BigDecimal watts = BigDecimal.valueOf(floor.watts());
    BigDecimal phases = BigDecimal.valueOf(ceiling.phases());
    if (traits.directCurrent()) {
      return unit == RateUnit.W ? exact(watts) : atHighestVoltage(floor, watts);
    }
    BigDecimal onePhase = watts.divide(phases, 3, RoundingMode.DOWN);
    if (unit == RateUnit.A) {
      BigDecimal volts = BigDecimal.valueOf(ceiling.voltage().volts());
      return exact(onePhase.divide(volts, 3, RoundingMode.DOWN));
    }
    String loss =
        "The station takes watts only, and a vehicle on one phase could put all of them there:"
            + " at most a %s of %s is fed back.";
    boolean lost = ceiling.phases() > 1 && floor.isNegative();
    String share = ceiling.phases() == 2 ? "half" : "third";
    return new DischargeLimit(
        down(onePhase), lost ? List.of(loss.formatted(share, floor.negated())) : List.of());
  }

  private static DischargeLimit atHighestVoltage(Power floor, BigDecimal watts) {
    BigDecimal amps = watts.divide(RateLimit.HIGHEST_DC_VOLTS, 3, RoundingMode.DOWN);
    String loss =
        "The DC station takes amperes only, at a voltage that nobody knows: less than %s is fed"
            + " back by batteries below %s V.";
    return new DischargeLimit(
        down(amps),
        floor.isNegative()
            ? List.of(loss.formatted(floor.negated(), RateLimit.HIGHEST_DC_VOLTS))
            : List.of());
  }

  private static DischargeLimit exact(BigDecimal value) {
    return new DischargeLimit(down(value), List.of());
  }

  private static BigDecimal down(BigDecimal value) {
    return RateLimit.rounded(value, RoundingMode.DOWN);
  }
}
