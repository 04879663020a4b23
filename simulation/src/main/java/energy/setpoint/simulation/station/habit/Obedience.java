package energy.setpoint.simulation.station.habit;

import energy.setpoint.simulation.profile.RateUnit;
import java.time.Duration;
import java.util.Set;

/**
 * How well a station follows the profiles that it has accepted.
 *
 * @param after how late a change of limit or setpoint takes effect
 * @param ignoresZero a limit of 0 does not pause charging: the EVSE's minimum flows
 * @param units profiles in others are accepted and not followed
 */
public record Obedience(
    Rounding rounding, Duration after, boolean ignoresZero, Set<RateUnit> units) {

  public static final Obedience PERFECT =
      new Obedience(Rounding.NONE, Duration.ZERO, false, Set.of(RateUnit.values()));

  public Obedience {
    units = Set.copyOf(units);
    if (after.isNegative()) {
      throw new IllegalArgumentException("A station cannot obey before it is told.");
    }
  }

  public Obedience rounding(Rounding other) {
    return new Obedience(other, after, ignoresZero, units);
  }

  public Obedience after(Duration delay) {
    return new Obedience(rounding, delay, ignoresZero, units);
  }

  public Obedience ignoringZero() {
    return new Obedience(rounding, after, true, units);
  }

  public Obedience onlyIn(RateUnit unit) {
    return new Obedience(rounding, after, ignoresZero, Set.of(unit));
  }
}
