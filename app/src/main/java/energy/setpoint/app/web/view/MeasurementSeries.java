package energy.setpoint.app.web.view;

import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.core.port.Measurement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What was measured over some time. */
@Schema(description = "What was measured: single values, or buckets where they were asked for.")
public record MeasurementSeries(
    @Schema(description = "A device such as `grid-meter` or an EVSE such as `station-1/1`.")
        String source,
    @Schema(description = "What was measured; the name ends with the unit.")
        Measurement.Quantity quantity,
    @Schema(description = "Oldest first.") List<Value> values,
    @Schema(description = "Oldest first; those without a value are left out.")
        List<Bucket> buckets) {

  /** One value. */
  @Schema(description = "One value.")
  public record Value(Instant at, double value) {}

  /** The values of a stretch of time. */
  @Schema(description = "The values of a stretch of time.")
  public record Bucket(
      Instant start,
      double average,
      double lowest,
      double highest,
      @Schema(description = "How many values there are.") long count) {

    static Bucket of(MeasurementBucket bucket) {
      return new Bucket(
          bucket.start(), bucket.average(), bucket.lowest(), bucket.highest(), bucket.count());
    }
  }

  public static MeasurementSeries ofValues(
      String source, Measurement.Quantity quantity, List<Measurement> measurements) {
    return new MeasurementSeries(
        source,
        quantity,
        measurements.stream().map(m -> new Value(m.at(), m.value())).toList(),
        List.of());
  }

  public static MeasurementSeries ofBuckets(
      String source, Measurement.Quantity quantity, List<MeasurementBucket> buckets) {
    return new MeasurementSeries(
        source, quantity, List.of(), buckets.stream().map(Bucket::of).toList());
  }
}
