package energy.setpoint.core.site;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import java.util.Optional;

/**
 * A part of the installation behind one three-phase fuse.
 *
 * @param parent the circuit that feeds this one; empty for the circuit at the grid connection
 * @param fuse the most that each phase may carry, above 0
 * @param uncontrolledMax the most that loads outside the engine's control, connected directly to
 *     this circuit, can draw on each phase, at least 0; assumed in full when no meter tells
 * @param rating apparent power of the transformer that feeds this circuit, in VA, above 0; the
 *     three phases together stay below it
 * @param maxImbalance the most by which the currents of two phases may differ, at least 0
 */
public record Circuit(
    CircuitId id,
    Optional<CircuitId> parent,
    PhaseCurrents fuse,
    PhaseCurrents uncontrolledMax,
    Optional<Power> rating,
    Optional<Current> maxImbalance) {

  public Circuit {
    if (fuse.smallest().milliamps() <= 0) {
      throw new IllegalArgumentException(
          "The fuse of circuit " + id + " must be above 0 A on each phase, but is " + fuse + ".");
    }
    if (uncontrolledMax.smallest().isNegative()) {
      throw new IllegalArgumentException(
          "The uncontrolled load of circuit "
              + id
              + " cannot be negative: "
              + uncontrolledMax
              + ".");
    }
    if (rating.isPresent() && rating.get().watts() <= 0) {
      throw new IllegalArgumentException(
          "The rating of circuit " + id + " must be above 0 VA, but is " + rating.get() + ".");
    }
    if (maxImbalance.isPresent() && maxImbalance.get().isNegative()) {
      throw new IllegalArgumentException(
          "The imbalance of circuit " + id + " is a magnitude, not " + maxImbalance.get() + ".");
    }
  }

  /** A circuit that only its fuse limits. */
  public Circuit(
      CircuitId id, Optional<CircuitId> parent, PhaseCurrents fuse, PhaseCurrents uncontrolledMax) {
    this(id, parent, fuse, uncontrolledMax, Optional.empty(), Optional.empty());
  }

  /**
   * The most that each phase may carry whatever the others do: its fuse, and a third of the
   * transformer's rating, because each winding of a transformer is made for a third.
   */
  public PhaseCurrents carries(Voltage voltage) {
    return rating
        .map(power -> new Current((long) (power.watts() * 1000 / (3 * voltage.volts()))))
        .map(share -> fuse.min(PhaseCurrents.balanced(share)))
        .orElse(fuse);
  }

  /** The same circuit with another fuse. */
  public Circuit withFuse(PhaseCurrents other) {
    return new Circuit(id, parent, other, uncontrolledMax, rating, maxImbalance);
  }
}
