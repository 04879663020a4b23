package energy.setpoint.simulation.physics;

import java.time.Duration;
import java.time.Instant;

/**
 * Slow noise that depends on nothing but its seed and the time, so that a simulation can begin
 * anywhere and gives the same again.
 *
 * @param period between independent values; in between the noise is linear
 */
record SeededNoise(long seed, Duration period) {

  /** A value within 0 and 1. */
  double at(Instant instant) {
    double position = (double) instant.toEpochMilli() / period.toMillis();
    long index = (long) Math.floor(position);
    double way = position - index;
    return corner(index) * (1 - way) + corner(index + 1) * way;
  }

  /** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014) over seed and index. */
  private double corner(long index) {
    long z = seed + index * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    z ^= z >>> 31;
    return (z >>> 11) * 0x1.0p-53;
  }
}
