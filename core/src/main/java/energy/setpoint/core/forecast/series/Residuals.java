package energy.setpoint.core.forecast.series;

import java.util.Arrays;

/**
 * How wrong a model was lately, at each hour of each kind of day; from that, how wide it will miss.
 */
final class Residuals {

  private static final int REMEMBERED = 60;

  /** Fewer than this of an hour say less than those of all hours. */
  private static final int FEWEST = 12;

  /** Where nothing is known, nine times in ten it is less wrong than this share of the value. */
  private static final double UNKNOWN_SHARE = 0.5;

  private final SlotClock clock;
  private final Series series;
  private final Ring[] hours;
  private final Ring all = new Ring(4 * REMEMBERED);

  Residuals(SlotClock clock, Series series) {
    this.clock = clock;
    this.series = series;
    this.hours = new Ring[series.kinds() * 24];
    Arrays.setAll(hours, hour -> new Ring(REMEMBERED));
  }

  /**
   * @param watts measured less expected
   */
  void learn(long slot, double watts) {
    hour(slot).add(watts);
    all.add(watts);
  }

  /** The spread about what is expected of a slot, which stays its middle. */
  Spread about(long slot, double expected) {
    double middle = series.within(expected);
    Ring ring = hour(slot).size() < FEWEST ? all : hour(slot);
    boolean known = ring.size() >= FEWEST;
    double unknown = UNKNOWN_SHARE * Math.abs(expected);
    double low = known ? ring.quantile(Spread.LOW) : -unknown;
    double high = known ? ring.quantile(Spread.HIGH) : unknown;
    return new Spread(
        Math.min(middle, series.within(expected + low)),
        middle,
        Math.max(middle, series.within(expected + high)));
  }

  private Ring hour(long slot) {
    return hours[series.kindOf(clock.day(slot)) * 24 + clock.hourOfDay(slot)];
  }
}
