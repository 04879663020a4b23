package energy.setpoint.app.forecast;

import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;

/** A database that keeps what a test says of each source. */
final class KeptMeasurements implements MeasurementQueries {

  private record Key(String source, Quantity quantity) {}

  private final Map<Key, Function<Instant, OptionalDouble>> kept = new HashMap<>();
  private boolean away;

  KeptMeasurements powers(String source, Function<Instant, OptionalDouble> watts) {
    kept.put(new Key(source, Quantity.POWER_W), watts);
    return this;
  }

  /** The same on each phase. */
  KeptMeasurements currents(String source, Function<Instant, OptionalDouble> amps) {
    List.of(Quantity.CURRENT_L1_A, Quantity.CURRENT_L2_A, Quantity.CURRENT_L3_A)
        .forEach(phase -> kept.put(new Key(source, phase), amps));
    return this;
  }

  KeptMeasurements away() {
    away = true;
    return this;
  }

  @Override
  public List<Measurement> list(String source, Quantity quantity, Interval window, Page page) {
    return List.of();
  }

  @Override
  public List<MeasurementBucket> listBuckets(
      String source, Quantity quantity, Interval window, Duration bucket) {
    if (away) {
      throw new IllegalStateException("The database of this test is away.");
    }
    var values = kept.getOrDefault(new Key(source, quantity), at -> OptionalDouble.empty());
    List<MeasurementBucket> buckets = new ArrayList<>();
    for (Instant at = window.start(); at.isBefore(window.end()); at = at.plus(bucket)) {
      Instant start = at;
      values
          .apply(at)
          .ifPresent(value -> buckets.add(new MeasurementBucket(start, value, value, value, 30)));
    }
    return buckets;
  }
}
