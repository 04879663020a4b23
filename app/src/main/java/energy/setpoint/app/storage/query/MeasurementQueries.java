package energy.setpoint.app.storage.query;

import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.List;

/** Measurements. */
public interface MeasurementQueries {

  /** Single values of one source, oldest first. */
  List<Measurement> list(String source, Quantity quantity, Interval window, Page page);

  /**
   * Values of one source summed up in buckets, oldest first; a bucket without values is left out.
   *
   * @param bucket at least one millisecond; buckets are counted from the window's start
   */
  List<MeasurementBucket> listBuckets(
      String source, Quantity quantity, Interval window, Duration bucket);
}
