package energy.setpoint.simulation.profile.offer;

import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.OperationMode;
import java.util.OptionalInt;

/**
 * What an EVSE may do at a moment, and in which way.
 *
 * @param numberPhases to switch to; empty for all that there are
 * @param phaseToUse 1 to 3, with one phase only
 */
public record Allowance(
    Offer offer, OperationMode mode, OptionalInt numberPhases, OptionalInt phaseToUse) {

  public static final Allowance NONE = of(Offer.NONE, OperationMode.CHARGING_ONLY);

  static Allowance of(Offer offer, OperationMode mode) {
    return new Allowance(offer, mode, OptionalInt.empty(), OptionalInt.empty());
  }

  /** For a vehicle that may only draw. */
  public Allowance drawing() {
    return with(offer.drawing());
  }

  Allowance with(Offer other) {
    return new Allowance(other, mode, numberPhases, phaseToUse);
  }
}
