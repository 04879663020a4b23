package energy.setpoint.core.control;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts a load or a production as a typical day, corrected by what is measured now; the
 * correction fades, because what is unusual now is less likely to be unusual tomorrow.
 *
 * @param hourly mean power of each hour of a local day, 24 values
 */
public record DayShape(ZoneId zone, List<Power> hourly) {

  private static final double FADE_HOURS = 2;

  public DayShape {
    hourly = List.copyOf(hourly);
    if (hourly.size() != 24) {
      throw new IllegalArgumentException(
          "A typical day has 24 hourly values, but got " + hourly.size() + ".");
    }
  }

  public static DayShape nothing(ZoneId zone) {
    return new DayShape(zone, Collections.nCopies(24, Power.ZERO));
  }

  /** Typical power at a time of day, interpolated between the middles of the hours. */
  public Power typical(Instant instant) {
    LocalTime time = instant.atZone(zone).toLocalTime();
    double position = time.toSecondOfDay() / 3600.0 - 0.5;
    int before = Math.floorMod((int) Math.floor(position), 24);
    double share = position - Math.floor(position);
    return hourly.get(before).times(1 - share).plus(hourly.get((before + 1) % 24).times(share));
  }

  /**
   * The forecast of a load: the present difference is added and fades.
   *
   * @param measured now, where it is known
   */
  public PowerCurve forecastLoad(TimeGrid grid, Optional<Power> measured) {
    Instant now = grid.start();
    double difference = measured.map(m -> m.watts() - typical(now).watts()).orElse(0.0);
    return PowerCurve.generate(
        grid,
        step -> Math.max(0, typical(middle(grid, step)).watts() + difference * fade(grid, step)));
  }

  /**
   * The forecast of a production (at most 0 W): the present ratio is kept and fades to 1.
   *
   * @param measured now, where it is known
   */
  public PowerCurve forecastProduction(TimeGrid grid, Optional<Power> measured) {
    double usual = typical(grid.start()).watts();
    double largest = hourly.stream().mapToDouble(p -> -p.watts()).max().orElse(0);
    boolean daylight = usual < -0.05 * largest;
    double ratio =
        daylight ? measured.map(m -> Math.clamp(m.watts() / usual, 0, 2)).orElse(1.0) : 1;
    return PowerCurve.generate(
        grid,
        step ->
            Math.min(
                0, typical(middle(grid, step)).watts() * (1 + (ratio - 1) * fade(grid, step))));
  }

  private static Instant middle(TimeGrid grid, int step) {
    return grid.step(step).start().plus(grid.length(step).dividedBy(2));
  }

  private static double fade(TimeGrid grid, int step) {
    double hours = Duration.between(grid.start(), middle(grid, step)).toSeconds() / 3600.0;
    return Math.exp(-hours / FADE_HOURS);
  }
}
