package energy.setpoint.simulation.profile;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A transaction at an EVSE.
 *
 * @param id empty in 1.6 until the server has given one
 * @param phasesInUse by the vehicle, or by the station for DC
 * @param wantsEnergy false when the vehicle is full
 * @param soc of the vehicle in percent, where the station knows it
 * @param hasPriority true while priority charging is on (2.1, K21)
 */
public record RunningTransaction(
    int evse,
    Optional<String> id,
    Instant start,
    int phasesInUse,
    boolean wantsEnergy,
    OptionalDouble soc,
    boolean hasPriority) {

  public RunningTransaction(
      int evse, Optional<String> id, Instant start, int phasesInUse, boolean wantsEnergy) {
    this(evse, id, start, phasesInUse, wantsEnergy, OptionalDouble.empty(), false);
  }
}
