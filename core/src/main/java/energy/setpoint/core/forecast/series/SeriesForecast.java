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
 * Forecasts one measured series, judges itself at four leads while it does, and gives out the
 * better of a regression and persistence. Deterministic and bounded in memory, whatever gaps the
 * measurements have. Confined to one thread.
 */
public final class SeriesForecast {

  private static final int DAYS_REMEMBERED = 29;

  private final SlotClock clock;
  private final SlotHistory past;
  private final CalendarRegression regression;
  private final Map<LeadBand, BandTrial> trials = new EnumMap<>(LeadBand.class);
  private long origin = Long.MIN_VALUE;

  /**
   * @param prior watts that are believed before anything was measured, such as a typical day
   */
  public SeriesForecast(SlotClock clock, Series series, ToDoubleFunction<Instant> prior) {
    this.clock = clock;
    this.past = new SlotHistory(DAYS_REMEMBERED * clock.slotsPerDay());
    this.regression = new CalendarRegression(clock, series, prior);
    for (LeadBand band : LeadBand.values()) {
      trials.put(band, new BandTrial(clock, series, band, regression));
    }
  }

  /**
   * Takes up the mean power of the slot that an instant falls into. Slots may be left out; one that
   * is not after all before is ignored.
   *
   * @return the bands that another model forecasts from now on
   * @throws IllegalArgumentException if the power is not a number
   */
  public List<ModelChange> learn(Instant within, Power mean) {
    double watts = mean.watts();
    if (!Double.isFinite(watts)) {
      throw new IllegalArgumentException("A mean power of " + watts + " W cannot be learnt.");
    }
    long slot = clock.slotOf(within);
    if (!past.isAhead(slot)) {
      return List.of();
    }
    List<ModelChange> changes = new ArrayList<>();
    trials.values().forEach(trial -> trial.judge(slot, watts).ifPresent(changes::add));
    past.keep(slot, watts);
    regression.learn(slot, watts);
    origin = slot + 1;
    trials.values().forEach(trial -> trial.open(past, origin));
    return changes;
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
}
