package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * How a lease is kept with a Dynamic profile, whose values end a duration after their last update
 * (errata K28.FR.13), by the station's own clock and from when it got them.
 *
 * <p>The duration is half of the lease: what is sent at its start ends well before the lease does,
 * however late it arrives. When a quarter of it has passed without an update the station asks for
 * one (K28.FR.10) and gets what is wanted, but only as long as that, too, ends before the lease: so
 * a lost message costs nothing, and an engine that wants nothing new is not outlived.
 */
record DynamicLease(int durationSeconds, int pullSeconds) {

  static DynamicLease of(Interval lease) {
    int duration = (int) Math.max(1, lease.length().toSeconds() / 2);
    return new DynamicLease(duration, Math.max(1, duration / 2));
  }

  /** Whether values that a station gets now end before the lease. */
  boolean endsWithin(Interval lease, Instant now) {
    Instant end = now.plus(Duration.ofSeconds(durationSeconds));
    return !end.isAfter(lease.end());
  }
}
