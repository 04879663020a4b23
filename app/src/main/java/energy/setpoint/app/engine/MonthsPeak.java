package energy.setpoint.app.engine;

import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up the highest import that the running month has seen before a restart, so that the planner
 * does not pay a second time to avoid a peak that is reached already.
 */
final class MonthsPeak {

  private static final Logger LOG = LoggerFactory.getLogger(MonthsPeak.class);

  private MonthsPeak() {}

  /** Zero where nothing is kept, or where the site has no grid meter. */
  static Power find(Site site, DemandCharge charge, MeasurementQueries past, Instant now) {
    ZonedDateTime month = now.atZone(site.zone()).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    Optional<Meter> meter = site.findGridMeter();
    if (meter.isEmpty() || !month.toInstant().isBefore(now)) {
      return Power.ZERO;
    }
    try {
      double watts =
          past
              .listBuckets(
                  meter.get().id().value(),
                  Quantity.POWER_W,
                  new Interval(month.toInstant(), now),
                  Duration.ofMinutes(charge.meteringMinutes()))
              .stream()
              .mapToDouble(MeasurementBucket::average)
              .max()
              .orElse(0);
      return Power.ofWatts(Math.max(0, watts));
    } catch (RuntimeException e) {
      LOG.warn("The month's peak is not known; the planner starts from zero: {}", e.toString());
      return Power.ZERO;
    }
  }
}
