package energy.setpoint.core.forecast.series;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Forecasts one measured series, judges itself at four leads while it does, and gives out whoever
 * was best there. Deterministic and bounded in memory, whatever gaps the measurements have.
 * Confined to one thread.
 */
public final class SeriesForecast {

  private static final int DAYS_REMEMBERED = 29;

  /** After that a mean may be called unusual. */
  private static final int DAYS_TO_JUDGE = 7;

  /** What was never so high is remembered as so many times the highest, and no higher. */
  private static final double UNUSUAL = 2;

  /** Of the greatest magnitude that can be; what is lower is never unusual. */
  private static final double USUAL_SHARE = 0.05;

  private final SlotClock clock;
  private final Series series;
  private final Power most;
  private final SlotHistory past;
  private final CalendarRegression regression;
  private final Map<LeadBand, BandTrial> trials = new EnumMap<>(LeadBand.class);
  private long origin = Long.MIN_VALUE;
  private long learnt;
  private long refused;

  /**
   * @param most the greatest magnitude that can be; a mean beyond it is refused
   * @param prior watts that are believed before anything was measured, such as a typical day
   */
  public SeriesForecast(
      SlotClock clock, Series series, Power most, ToDoubleFunction<Instant> prior) {
    this.clock = clock;
    this.series = series;
    this.most = most;
    this.past = new SlotHistory(DAYS_REMEMBERED * clock.slotsPerDay());
    this.regression = new CalendarRegression(clock, series, prior);
    for (LeadBand band : LeadBand.values()) {
      trials.put(band, new BandTrial(clock, series, band, regression));
    }
  }

  /**
   * Takes up the mean power of the slot that an instant falls into. Slots may be left out. What is
   * more than there can be, or not after all before, is refused and counted; a trace of the wrong
   * sign, as from an inverter at night, counts as zero.
   *
   * @return the bands that another model forecasts from now on
   */
  public List<ModelChange> learn(Instant within, Power mean) {
    long slot = clock.slotOf(within);
    if (!past.isAhead(slot) || !isPlausible(mean.watts())) {
      refused++;
      return List.of();
    }
    return learn(slot, series.within(mean.watts()));
  }

  private boolean isPlausible(double watts) {
    return Math.abs(watts) <= most.watts();
  }

  private List<ModelChange> learn(long slot, double watts) {
    List<ModelChange> changes = new ArrayList<>();
    trials.values().forEach(trial -> trial.judge(slot, watts).ifPresent(changes::add));
    past.keep(slot, clipped(watts));
    regression.learn(slot, watts);
    origin = slot + 1;
    learnt++;
    trials.values().forEach(trial -> trial.open(past, origin));
    return changes;
  }

  /**
   * One wild reading must not be repeated tomorrow; what stays high is believed some slots later.
   */
  private double clipped(double watts) {
    double bound = Math.max(UNUSUAL * past.greatest(), USUAL_SHARE * most.watts());
    boolean judged = learnt >= (long) DAYS_TO_JUDGE * clock.slotsPerDay();
    return judged ? Math.clamp(watts, -bound, bound) : watts;
  }

  /** The forecast for each step of a grid, at its middle. */
  public QuantileForecast forecast(TimeGrid grid) {
    Spread[] spreads = new Spread[grid.size()];
    long from = Math.max(origin, clock.slotOf(grid.start()));
    for (int step = 0; step < spreads.length; step++) {
      Instant middle = grid.step(step).start().plus(grid.length(step).dividedBy(2));
      spreads[step] = forecast(from, Math.max(from, clock.slotOf(middle)));
    }
    return new QuantileForecast(
        PowerCurve.generate(grid, step -> spreads[step].low()),
        PowerCurve.generate(grid, step -> spreads[step].middle()),
        PowerCurve.generate(grid, step -> spreads[step].high()));
  }

  private Spread forecast(long from, long slot) {
    LeadBand band = LeadBand.of(clock.length().multipliedBy(slot - from));
    return Objects.requireNonNull(trials.get(band)).forecast(past, from, slot);
  }

  /** One for each lead band. */
  public List<ForecastScore> scores() {
    return trials.values().stream().map(BandTrial::score).toList();
  }

  /** How many slots were learnt. */
  public long learnt() {
    return learnt;
  }

  /** How many means were refused. */
  public long refused() {
    return refused;
  }
}
