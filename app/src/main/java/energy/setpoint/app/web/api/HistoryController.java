package energy.setpoint.app.web.api;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.web.problem.Refusal;
import energy.setpoint.app.web.view.MeasurementSeries;
import energy.setpoint.app.web.view.PriceCurve;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was measured, and what energy costs. */
@RestController
@RequestMapping(path = "/api/v1/sites/{site}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "measurements", description = "What was measured, and what energy costs.")
class HistoryController {

  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9*_=:+|@./\\-]{1,64}");
  private static final int MOST_POINTS = 10_000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LONGEST_PRICES = Duration.ofDays(32);

  private final Sites sites;
  private final MeasurementQueries measurements;

  HistoryController(Sites sites, MeasurementQueries measurements) {
    this.sites = sites;
    this.measurements = measurements;
  }

  @GetMapping("/measurements")
  @Operation(
      operationId = "listMeasurements",
      summary = "Measurements of one source",
      description =
          """
          Single values, at most the first 10000 of the window, or means over buckets of equal \
          length. Times are in the site's time.\
          """)
  MeasurementSeries measurements(
      @PathVariable String site,
      @Parameter(description = "A device such as `grid-meter` or an EVSE such as `station-1/1`.")
          @RequestParam
          String source,
      @RequestParam(defaultValue = "POWER_W") Quantity quantity,
      @Parameter(description = "Included; a day before the end by default.") @RequestParam
          Optional<Instant> from,
      @Parameter(description = "Excluded; now by default.") @RequestParam Optional<Instant> to,
      @Parameter(description = "Length of a bucket in s; single values where it is left out.")
          @RequestParam
          Optional<Integer> bucketSeconds) {
    EngineView engine = sites.engineOf(site);
    if (!SOURCE.matcher(source).matches()) {
      throw Refusal.invalid("The parameter 'source' is no name of a device or EVSE.");
    }
    Instant end = Moments.require("to", to.orElseGet(engine::now));
    Interval window = Moments.window(from.orElse(end.minus(DAY)), end);
    return bucketSeconds
        .map(seconds -> buckets(source, quantity, window, seconds))
        .orElseGet(() ->
            MeasurementSeries.ofValues(
                source,
                quantity,
                measurements.list(source, quantity, window, Page.first(MOST_POINTS))));
  }

  private MeasurementSeries buckets(
      String source, Quantity quantity, Interval window, int seconds) {
    long most = window.length().toSeconds() / Math.max(1, seconds);
    if (seconds < 1 || most > MOST_POINTS) {
      throw Refusal.invalid(
          "The parameter 'bucketSeconds' is %d, expected a number of at least 1 that makes at most %d buckets."
              .formatted(seconds, MOST_POINTS));
    }
    return MeasurementSeries.ofBuckets(
        source,
        quantity,
        measurements.listBuckets(source, quantity, window, Duration.ofSeconds(seconds)));
  }

  @GetMapping("/prices")
  @Operation(
      operationId = "listPrices",
      summary = "What energy costs",
      description = "The tariff over at most 32 days, as means over steps of equal length.")
  PriceCurve prices(
      @PathVariable String site,
      @Parameter(description = "Included; now by default.") @RequestParam Optional<Instant> from,
      @Parameter(description = "Excluded; a day after the beginning by default.") @RequestParam
          Optional<Instant> to,
      @Parameter(description = "5 to 1440.") @RequestParam(defaultValue = "15") int stepMinutes) {
    EngineView engine = sites.engineOf(site);
    Instant start = Moments.require("from", from.orElseGet(engine::now));
    Interval window = Moments.window(start, to.orElse(start.plus(DAY)));
    if (window.length().compareTo(LONGEST_PRICES) > 0) {
      throw Refusal.invalid("Prices are told for at most 32 days at once.");
    }
    if (stepMinutes < 5 || stepMinutes > 1440) {
      throw Refusal.invalid(
          "The parameter 'stepMinutes' is %d, expected a number from 5 to 1440."
              .formatted(stepMinutes));
    }
    TimeGrid grid = TimeGrid.alignedFrom(start, Duration.ofMinutes(stepMinutes), window.length());
    return PriceCurve.of(engine.tariff(), grid);
  }
}
