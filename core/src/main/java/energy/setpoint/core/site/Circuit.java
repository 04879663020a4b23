package energy.setpoint.core.site;

import energy.setpoint.core.quantity.PhaseCurrents;
import java.util.Optional;

/**
 * A part of the installation behind one three-phase fuse.
 *
 * @param parent the circuit that feeds this one; empty for the circuit at the grid connection
 * @param fuse the most that each phase may carry, above 0
 * @param uncontrolledMax the most that loads outside the engine's control, connected directly to
 *     this circuit, can draw on each phase, at least 0; assumed in full when no meter tells
 */
public record Circuit(
    CircuitId id, Optional<CircuitId> parent, PhaseCurrents fuse, PhaseCurrents uncontrolledMax) {

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
  }
}
