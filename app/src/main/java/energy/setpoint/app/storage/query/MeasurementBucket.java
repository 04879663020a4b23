package energy.setpoint.app.storage.query;

import java.time.Instant;

/**
 * The values of one stretch of time.
 *
 * @param start of the bucket
 * @param average of the values, each counted once
 * @param count of the values, at least 1
 */
public record MeasurementBucket(
    Instant start, double average, double lowest, double highest, long count) {}
