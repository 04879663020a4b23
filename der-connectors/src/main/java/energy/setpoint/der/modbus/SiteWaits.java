package energy.setpoint.der.modbus;

import energy.setpoint.der.device.Pace;
import java.time.Duration;
import java.time.Instant;

/** Durations and instants of the site's time on the clock of {@link System#nanoTime()}. */
record SiteWaits(Pace pace) {

  /** When an instant comes; now where it has passed. */
  long nanosAt(Instant when) {
    Duration ahead = Duration.between(pace.timeline().instant(), when);
    return System.nanoTime() + (ahead.isNegative() ? 0 : pace.timeline().realTime(ahead).toNanos());
  }

  /** The wait for a duration, none for zero. */
  long nanos(Duration siteTime) {
    return siteTime.isZero() ? 0 : pace.wait(siteTime).toNanos();
  }
}
