package energy.setpoint.der.mqtt;

import energy.setpoint.der.device.Pace;
import energy.setpoint.der.template.DeviceTemplate;
import java.time.Duration;

/**
 * Keeps a device that says more than it should from flooding those who listen: one reading in a
 * tenth of its period, from 100 ms to 1 s. Not thread-safe.
 */
final class RateCap {

  /** So many messages too soon are a burst. */
  private static final int BURST = 20;

  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final long gapNanos;
  private long openNanos = Long.MIN_VALUE;
  private int tooSoon;

  RateCap(long gapNanos) {
    this.gapNanos = gapNanos;
  }

  static RateCap of(DeviceTemplate template, Pace pace) {
    Duration tenth = template.period().dividedBy(10);
    Duration atLeast = tenth.compareTo(SHORTEST) < 0 ? SHORTEST : tenth;
    Duration gap = atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    return new RateCap(pace.wait(gap).toNanos());
  }

  /** How long to wait with the next reading; 0 or less when it may pass now. */
  long nanosToWait(long nowNanos) {
    return openNanos == Long.MIN_VALUE ? 0 : openNanos - nowNanos;
  }

  void passed(long nowNanos) {
    openNanos = nowNanos + gapNanos;
    tooSoon = 0;
  }

  /** Counts a message that came too soon; true for the one that makes a burst of them. */
  boolean isBurst() {
    return ++tooSoon == BURST;
  }
}
