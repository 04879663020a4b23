package energy.setpoint.ocpp.composite.station;

import energy.setpoint.ocpp.composite.profile.RateUnit;
import java.util.Optional;

/**
 * What a device can bear, whatever profiles say: the local limit of the specifications.
 *
 * @param unit amperes per phase on AC, or watts of all phases
 * @param charge the most that it takes, 0 or more
 * @param discharge the most that it feeds back, 0 or less; absent when nobody said
 */
public record Rating(RateUnit unit, double charge, Optional<Double> discharge) {

  public Rating {
    if (!(charge >= 0) || !Double.isFinite(charge)) {
      throw new IllegalArgumentException("A rating is 0 or more, but is " + charge + ".");
    }
    discharge
        .filter(value -> !(value <= 0) || !Double.isFinite(value))
        .ifPresent(value -> {
          throw new IllegalArgumentException("Discharge is 0 or less, but is " + value + ".");
        });
  }
}
