package energy.setpoint.simulation.physics;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * Solar panels behind an inverter: a bell from sunrise to sunset, dimmed by passing clouds. A
 * function of time alone.
 *
 * @param peak production at noon under a clear sky, magnitude
 * @param cloudiness the most that clouds take away, 0 (clear sky) to 1
 */
public record SolarArray(
    Power peak, ZoneId zone, LocalTime sunrise, LocalTime sunset, double cloudiness, long seed) {

  public SolarArray {
    if (!sunrise.isBefore(sunset) || !(cloudiness >= 0 && cloudiness <= 1)) {
      throw new IllegalArgumentException(
          "The sun must rise before it sets, and cloudiness lie within 0 and 1.");
    }
  }

  public static SolarArray clearSky(Power peak, ZoneId zone) {
    return new SolarArray(peak, zone, LocalTime.of(6, 30), LocalTime.of(19, 30), 0, 0);
  }

  public SolarArray withClouds(double share, long cloudSeed) {
    return new SolarArray(peak, zone, sunrise, sunset, share, cloudSeed);
  }

  /** What it produces, as a magnitude of at least 0. */
  public Power productionAt(Instant instant) {
    double clear = clearShare(instant.atZone(zone).toLocalTime());
    if (clear <= 0) {
      return Power.ZERO;
    }
    double cloud = cloudiness * new SeededNoise(seed, Duration.ofMinutes(10)).at(instant);
    return peak.times(clear * (1 - cloud));
  }

  private double clearShare(LocalTime time) {
    double daylight = sunset.toSecondOfDay() - (double) sunrise.toSecondOfDay();
    double way = (time.toSecondOfDay() - sunrise.toSecondOfDay()) / daylight;
    return way <= 0 || way >= 1 ? 0 : Math.pow(Math.sin(Math.PI * way), 1.3);
  }
}
