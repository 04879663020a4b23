package energy.setpoint.app.forecast;

import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.core.forecast.series.Series;
import energy.setpoint.core.forecast.series.SeriesForecast;
import energy.setpoint.core.forecast.series.SlotClock;
import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Teaches the forecasts of a site what the last weeks were like, when the engine starts. Reading
 * takes a while, so it is done beside the loop, which goes on with typical days until then.
 */
public final class LearnFromMeasurements implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LearnFromMeasurements.class);
  private static final Duration PAST = Duration.ofDays(35);

  private final Site site;
  private final SiteForecasts forecasts;
  private final MeasurementQueries measurements;
  private final Executor loop;
  private final Thread thread;
  private volatile boolean failed;

  private LearnFromMeasurements(
      Site site,
      SiteForecasts forecasts,
      MeasurementQueries measurements,
      Instant now,
      Executor loop) {
    this.site = site;
    this.forecasts = forecasts;
    this.measurements = measurements;
    this.loop = loop;
    this.thread = Thread.ofPlatform().name("forecast-past").daemon().unstarted(() -> learn(now));
  }

  /**
   * Begins to learn.
   *
   * @param loop on which the forecasts live
   */
  public static LearnFromMeasurements start(
      Site site,
      SiteForecasts forecasts,
      MeasurementQueries measurements,
      Instant now,
      Executor loop) {
    LearnFromMeasurements learning =
        new LearnFromMeasurements(site, forecasts, measurements, now, loop);
    learning.thread.start();
    return learning;
  }

  private void learn(Instant now) {
    try {
      SlotClock clock = forecasts.clock();
      Instant from = clock.startOf(clock.slotOf(now.minus(PAST)));
      Instant to = clock.startOf(clock.slotOf(now));
      PastFlows flows = new PastFlows(site, measurements, clock, new Interval(from, to));
      SeriesForecast load = taught(Series.LOAD, flows.load());
      SeriesForecast production = taught(Series.PRODUCTION, flows.production());
      loop.execute(() -> forecasts.adopt(load, production));
      LOG.info(
          "Site {} has learnt {} quarters of an hour of load and {} of production from the past",
          site.id(),
          load.learnt(),
          production.learnt());
    } catch (RuntimeException e) {
      failed = true;
      LOG.warn("The forecasts start from typical days; the past cannot be read: {}", e.toString());
    }
  }

  private SeriesForecast taught(Series series, NavigableMap<Instant, Power> past) {
    SeriesForecast forecast = forecasts.blank(series);
    past.forEach((start, mean) -> forecast.learn(start, mean));
    return forecast;
  }

  /** Whether the past could not be read. */
  public boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
