package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.ocpp.dialect.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A ceiling as the limit of a charging profile.
 *
 * <p>On AC, amperes are what a fuse sees: they hold per phase, on however many phases a vehicle
 * charges (2.1 K01.FR.51). Watts do not: a vehicle on one phase may put all of them there (1.6
 * errata: the limit is used as given for the phases in use), so an AC station that takes only watts
 * gets the power of one phase. On DC the station loads three phases evenly and watts are exact.
 *
 * @param value at least 0, rounded down to one decimal, which is all that 1.6 takes
 * @param losses what the unit could not say, for people; empty when nothing was lost
 */
public record RateLimit(RateUnit unit, BigDecimal value, List<String> losses) {

  /**
   * The highest voltage of common DC stations: the safe assumption where only amperes are taken.
   */
  private static final BigDecimal HIGHEST_DC_VOLTS = BigDecimal.valueOf(1000);

  public RateLimit {
    losses = List.copyOf(losses);
  }

  public static RateLimit of(Ceiling ceiling, StationTraits traits) {
    return traits.directCurrent() ? direct(ceiling, traits) : alternating(ceiling, traits);
  }

  /** Without trailing zeros, so that 16 A is written as 16. */
  static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
    BigDecimal plain = value.setScale(1, mode).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
  }

  private static RateLimit alternating(Ceiling ceiling, StationTraits traits) {
    if (traits.rateUnits().contains(RateUnit.A)) {
      return limit(RateUnit.A, amps(ceiling), List.of());
    }
    BigDecimal onePhase = watts(ceiling, 1);
    if (ceiling.phases() == 1 || onePhase.signum() == 0) {
      return limit(RateUnit.W, onePhase, List.of());
    }
    String loss =
        "The station takes watts only, and a vehicle on one phase could put all of them there:"
            + " the limit is the power of one phase, %s W instead of %s W."
                .formatted(down(onePhase), down(watts(ceiling, ceiling.phases())));
    return limit(RateUnit.W, onePhase, List.of(loss));
  }

  private static RateLimit direct(Ceiling ceiling, StationTraits traits) {
    BigDecimal power = watts(ceiling, ceiling.phases());
    if (traits.rateUnits().contains(RateUnit.W)) {
      return limit(RateUnit.W, power, List.of());
    }
    BigDecimal amps = power.divide(HIGHEST_DC_VOLTS, 3, RoundingMode.DOWN);
    String loss =
        "The DC station takes amperes only, at a voltage that nobody knows: the limit of %s W is"
            + " sent as %s A, right for a battery at %s V and too low for all others.";
    List<String> losses =
        power.signum() == 0
            ? List.of()
            : List.of(loss.formatted(down(power), down(amps), HIGHEST_DC_VOLTS));
    return limit(RateUnit.A, amps, losses);
  }

  private static RateLimit limit(RateUnit unit, BigDecimal value, List<String> losses) {
    return new RateLimit(unit, down(value), losses);
  }

  private static BigDecimal down(BigDecimal value) {
    return rounded(value, RoundingMode.DOWN);
  }

  private static BigDecimal amps(Ceiling ceiling) {
    return BigDecimal.valueOf(ceiling.perPhase().milliamps(), 3);
  }

  private static BigDecimal watts(Ceiling ceiling, int phases) {
    return amps(ceiling)
        .multiply(BigDecimal.valueOf(ceiling.voltage().volts()))
        .multiply(BigDecimal.valueOf(phases));
  }
}
