package energy.setpoint.core.forecast.series;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.Locale;

/** Lives a series slot by slot; every midnight all forecast the day to come. */
final class WalkForward {

  private static final Power MOST = Power.ofWatts(1_000_000);
  private static final int DAYS_BEFORE_THE_FIRST = 8;

  private final SlotClock clock;
  private final SeriesForecast forecast;
  private final SlotHistory past;
  private final PointModel[] rivals;
  private final TrackRecord[] spreads = new TrackRecord[2];
  private final Errors[] errors = {new Errors(), new Errors(), new Errors()};
  private final Spread[][] said;
  private long midnight = Long.MAX_VALUE;

  private WalkForward(SlotClock clock, Series series) {
    this.clock = clock;
    this.forecast = new SeriesForecast(clock, series, MOST, at -> 0);
    this.past = new SlotHistory(60 * clock.slotsPerDay());
    this.rivals = new PointModel[] {new Persistence(clock), new SeasonalNaive(clock, series)};
    this.said = new Spread[errors.length][clock.slotsPerDay() + clock.slotsPerHour()];
    for (int i = 0; i < spreads.length; i++) {
      spreads[i] = new TrackRecord(clock, series, clock.slotsPerDay());
    }
  }

  /** Lives all of a series, and counts its second half. */
  static WalkForward over(double[] watts, SlotClock clock, Series series, Instant start) {
    WalkForward walk = new WalkForward(clock, series);
    long first = clock.slotOf(start);
    for (int i = 0; i < watts.length; i++) {
      boolean begun = i >= DAYS_BEFORE_THE_FIRST * clock.slotsPerDay();
      walk.live(first + i, watts[i], begun, i >= watts.length / 2);
    }
    return walk;
  }

  private void live(long slot, double watts, boolean begun, boolean counts) {
    if (begun && clock.slotOfDay(slot) == 0) {
      ask(slot);
    }
    if (slot >= midnight) {
      compare(slot, watts, counts);
    }
    past.keep(slot, watts);
    forecast.learn(clock.startOf(slot), new Power(watts));
  }

  private void ask(long slot) {
    midnight = slot;
    int slots = said[0].length;
    QuantileForecast ours =
        forecast.forecast(TimeGrid.uniform(clock.startOf(slot), clock.length(), slots));
    for (int i = 0; i < slots; i++) {
      said[0][i] = new Spread(ours.low().watts(i), ours.middle().watts(i), ours.high().watts(i));
      for (int r = 0; r < rivals.length; r++) {
        double expected = rivals[r].expect(past, slot, slot + i).orElse(0);
        said[r + 1][i] = spreads[r].about(slot + i, expected);
      }
    }
  }

  private void compare(long slot, double watts, boolean counts) {
    int ahead = (int) (slot - midnight);
    for (int i = 0; counts && i < errors.length; i++) {
      errors[i].add(said[i][ahead], watts);
    }
    for (int r = 0; r < rivals.length; r++) {
      spreads[r].judge(slot, said[r + 1][ahead].middle(), watts);
    }
  }

  private static final class Errors {

    private int count;
    private double absolute;
    private double signed;
    private double pinball;

    void add(Spread said, double watts) {
      count++;
      absolute += Math.abs(watts - said.middle());
      signed += watts - said.middle();
      pinball += said.pinball(watts);
    }

    ForecastErrors mean() {
      return new ForecastErrors(absolute / count, signed / count, pinball / count);
    }
  }

  ForecastErrors ours() {
    return errors[0].mean();
  }

  ForecastErrors persistence() {
    return errors[1].mean();
  }

  ForecastErrors seasonal() {
    return errors[2].mean();
  }

  String table(String name) {
    return row(name, "ours", ours())
        + row(name, "persistence", persistence())
        + row(name, "seasonal-naive", seasonal());
  }

  private static String row(String name, String model, ForecastErrors errors) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.0f |%n",
        name,
        model,
        errors.mae(),
        errors.pinball(),
        errors.bias());
  }
}
