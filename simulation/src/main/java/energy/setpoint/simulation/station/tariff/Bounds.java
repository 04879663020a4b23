package energy.setpoint.simulation.station.tariff;

import java.util.OptionalDouble;

/**
 * A range of a quantity.
 *
 * @param from included; empty for no bound
 * @param below excluded; empty for no bound
 */
public record Bounds(OptionalDouble from, OptionalDouble below) {

  boolean contains(double value) {
    return value >= from.orElse(Double.NEGATIVE_INFINITY)
        && value < below.orElse(Double.POSITIVE_INFINITY);
  }
}
