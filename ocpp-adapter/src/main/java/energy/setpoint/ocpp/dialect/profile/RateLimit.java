package energy.setpoint.ocpp.dialect.profile;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.dialect.trait.StationTraits.Ability;
import energy.setpoint.ocpp.dialect.trait.StationTraits.RateUnit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A ceiling as the limit of a charging profile.
 *
 * <p>On AC, amperes are what a fuse sees: they hold per phase, on however many phases a vehicle
 * charges (2.1 K01.FR.51). Watts do not: a vehicle on one phase may put all of them there (1.6
 * errata: the limit is used as given for the phases in use), so an AC station that takes only watts
 * gets the power of one phase. On DC the station loads three phases evenly and watts are exact.
 *
 * @param value at least 0, rounded down to one decimal, which is all that 1.6 takes
 * @param losses what could not be said, for people; empty when nothing was lost
 * @param mayDraw per phase in spite of the ceiling; empty when the ceiling holds
 */
public record RateLimit(
    RateUnit unit, BigDecimal value, List<String> losses, Optional<Current> mayDraw) {

  /**
   * The highest voltage of common DC stations: the safe assumption where only amperes are taken.
   */
  static final BigDecimal HIGHEST_DC_VOLTS = BigDecimal.valueOf(1000);

  /** Below this a vehicle on AC cannot charge (IEC 61851-1). */
  private static final Current LEAST_CHARGING = Current.ofAmps(6);

  /** Not 0, which some stations take for no limit, and too little to charge with. */
  private static final Current ALMOST_NOTHING = Current.ofAmps(1);

  public RateLimit {
    losses = List.copyOf(losses);
  }

  public static RateLimit of(Ceiling ceiling, StationTraits traits) {
    boolean pauses = traits.can(Ability.ZERO_PAUSES);
    return pauses || !LEAST_CHARGING.isMoreThan(ceiling.perPhase())
        ? inUnit(ceiling, traits)
        : almostNothing(ceiling, traits);
  }

  private static RateLimit inUnit(Ceiling ceiling, StationTraits traits) {
    return traits.directCurrent() ? direct(ceiling, traits) : alternating(ceiling, traits);
  }

  /**
   * For a station that does not pause at 0: what makes most of them pause, and the 6 A that the
   * others go on drawing as what it may draw.
   */
  private static RateLimit almostNothing(Ceiling ceiling, StationTraits traits) {
    Current least = ceiling.perPhase().max(ALMOST_NOTHING);
    RateLimit limit = inUnit(new Ceiling(least, ceiling.phases(), ceiling.voltage()), traits);
    List<String> losses = new ArrayList<>(limit.losses());
    losses.add(
        "The station does not pause at a limit of 0: it gets %s %s, and counts as drawing %s."
            .formatted(limit.value().toPlainString(), limit.unit(), LEAST_CHARGING));
    return new RateLimit(limit.unit(), limit.value(), losses, Optional.of(LEAST_CHARGING));
  }

  /** Without trailing zeros, so that 16 A is written as 16. */
  public static BigDecimal rounded(BigDecimal value, RoundingMode mode) {
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
    return new RateLimit(unit, down(value), losses, Optional.empty());
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
