package energy.setpoint.ocpp.dialect.schedule;

import energy.setpoint.core.quantity.Power;
import java.math.BigDecimal;
import java.util.Optional;

/** The most power that a vehicle takes, from what it said over ISO 15118. */
public final class VehiclePower {

  /** Above this a vehicle told the voltage between two phases, as many do. */
  private static final double HIGHEST_PHASE_VOLTS = 300;

  private VehiclePower() {}

  /**
   * @param phases that the vehicle loads, 1 to 3
   * @return empty when a number is missing its sense
   */
  public static Optional<Power> alternating(BigDecimal amps, BigDecimal volts, int phases) {
    double told = volts.doubleValue();
    double perPhase = told > HIGHEST_PHASE_VOLTS ? told / Math.sqrt(3) : told;
    return sensible(amps.doubleValue() * perPhase * phases);
  }

  /** The power that the vehicle told, else what its limits of current and voltage allow. */
  public static Optional<Power> direct(
      Optional<BigDecimal> power, BigDecimal amps, BigDecimal volts) {
    return sensible(
        power.map(BigDecimal::doubleValue).orElse(amps.doubleValue() * volts.doubleValue()));
  }

  /** Vehicles that do not know say zero. */
  private static Optional<Power> sensible(double watts) {
    return watts > 0 && watts < 1e8 ? Optional.of(Power.ofWatts(watts)) : Optional.empty();
  }
}
