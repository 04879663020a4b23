package energy.setpoint.ocpp.composite.profile;

import java.util.Optional;

/**
 * One of the values of a period, such as its limit, in the unit of its schedule.
 *
 * @param value for all phases, or for L1 when another phase has a value of its own
 * @param l2 for L2 (2.1)
 * @param l3 for L3 (2.1)
 */
public record PhaseValues(double value, Optional<Double> l2, Optional<Double> l3) {

  public PhaseValues {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("A rate must be a number, but is " + value + ".");
    }
  }

  /** The same for all phases. */
  public static PhaseValues of(double value) {
    return new PhaseValues(value, Optional.empty(), Optional.empty());
  }

  /** True when the phases have values of their own. */
  public boolean isPerPhase() {
    return l2.isPresent() || l3.isPresent();
  }

  /** A phase without a value beside others that have one gets nothing. */
  public double l2OrNothing() {
    return l2.orElse(0.0);
  }

  /** The same for L3. */
  public double l3OrNothing() {
    return l3.orElse(0.0);
  }
}
