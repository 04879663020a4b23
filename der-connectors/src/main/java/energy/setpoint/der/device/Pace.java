package energy.setpoint.der.device;

import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.template.DeviceTemplate;
import java.time.Duration;

/** Turns the site's time into waits on a wall clock, however fast the site's time runs. */
public record Pace(Timeline timeline) {

  /** Sockets and schedulers are not asked for less. */
  static final Duration SHORTEST_WAIT = Duration.ofMillis(20);

  /** The wait for a duration of the site's time, at least 20 ms. */
  public Duration wait(Duration siteTime) {
    Duration wait = timeline.realTime(siteTime);
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  /**
   * How long a reading may be believed. Where the site's time runs so fast that the shortest wait
   * is longer than the period, readings come less often than the template says and live longer in
   * the same proportion.
   */
  public Duration lifetime(DeviceTemplate template) {
    return lifetime(template, template.staleAfter());
  }

  /** How long a value may be believed that may get older, or less old, than the others. */
  public Duration lifetime(DeviceTemplate template, Duration staleAfter) {
    double wanted = timeline.realTime(template.period()).toNanos();
    double stretch = wanted > 0 ? wait(template.period()).toNanos() / wanted : 1;
    return Duration.ofNanos(Math.round(staleAfter.toNanos() * Math.max(1, stretch)));
  }
}
