package energy.setpoint.core.forecast.site;

import energy.setpoint.core.forecast.series.QuantileForecast;
import energy.setpoint.core.forecast.series.Series;
import energy.setpoint.core.forecast.series.SeriesForecast;
import energy.setpoint.core.forecast.series.SlotClock;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What a site's uncontrolled load and production will probably be, from what was measured of them.
 * Confined to the engine's loop, but for {@link #reports()} and {@link #blank}.
 */
public final class SiteForecasts {

  private static final Duration SLOT = Duration.ofMinutes(15);

  /** An inverter may give a little more than is written on it, in cold and bright weather. */
  private static final double HEADROOM = 1.2;

  /** A fuse carries more than its rating for a while. */
  private static final double OVERLOAD = 2;

  private final SlotClock clock;
  private final Power mostLoad;
  private final Power mostProduction;
  private final ToDoubleFunction<Instant> typicalLoad;
  private final ToDoubleFunction<Instant> typicalProduction;
  private final MeasuredSeries load;
  private final MeasuredSeries production;

  /**
   * @param typicalLoad watts that are believed before anything was measured, at least 0
   * @param typicalProduction watts of all inverters, at most 0
   */
  public SiteForecasts(
      Site site,
      ToDoubleFunction<Instant> typicalLoad,
      ToDoubleFunction<Instant> typicalProduction) {
    this.clock = new SlotClock(site.zone(), SLOT);
    this.mostLoad = mainFuse(site).times(OVERLOAD);
    this.mostProduction =
        site.inverters().stream()
            .map(Inverter::rated)
            .reduce(Power.ZERO, Power::plus)
            .times(HEADROOM);
    this.typicalLoad = typicalLoad;
    this.typicalProduction = typicalProduction;
    this.load = new MeasuredSeries(Series.LOAD, clock, blank(Series.LOAD));
    this.production = new MeasuredSeries(Series.PRODUCTION, clock, blank(Series.PRODUCTION));
  }

  private static Power mainFuse(Site site) {
    double watts = 0;
    for (Phase phase : Phase.values()) {
      watts += site.circuits().root().fuse().on(phase).at(site.voltage(), 1).watts();
    }
    return new Power(watts);
  }

  /** How measurements are cut into slots. */
  public SlotClock clock() {
    return clock;
  }

  /** A forecast for this site that has not learnt anything, to be taught elsewhere. */
  public SeriesForecast blank(Series series) {
    return switch (series) {
      case LOAD -> new SeriesForecast(clock, series, mostLoad, typicalLoad);
      case PRODUCTION -> new SeriesForecast(clock, series, mostProduction, typicalProduction);
    };
  }

  /** Goes on from what has learnt from the past. */
  public void adopt(SeriesForecast learntLoad, SeriesForecast learntProduction) {
    load.adopt(learntLoad);
    production.adopt(learntProduction);
  }

  /**
   * What is measured now, with each look at the site; empty when nobody knows.
   *
   * @param produced of all inverters, at most 0 W
   */
  public void saw(Instant now, Optional<Power> uncontrolled, Optional<Power> produced) {
    load.saw(now, uncontrolled);
    production.saw(now, produced);
  }

  /** What the engine does not control; empty while too little was measured. */
  public Optional<QuantileForecast> load(TimeGrid grid) {
    return load.forecast(grid);
  }

  /** All inverters together, at most 0 W; empty while too little was measured. */
  public Optional<QuantileForecast> production(TimeGrid grid) {
    return production.forecast(grid);
  }

  /** How the forecasts stand. Safe to call from any thread. */
  public List<SeriesReport> reports() {
    return List.of(load.report(), production.report());
  }
}
