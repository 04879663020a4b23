package energy.setpoint.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The time that the site lives in. In operation it is the time of day; in a simulation it may run
 * faster, and whoever waits must wait in the site's time.
 */
public interface Timeline extends InstantSource {

  /** How long a duration of the site's time takes on a wall clock. */
  Duration realTime(Duration siteTime);

  /** The time of day. */
  static Timeline system() {
    return new Accelerated(Instant.EPOCH, Instant.EPOCH, 1, InstantSource.system());
  }

  /**
   * A timeline that runs faster or slower than the wall clock.
   *
   * @param wallOrigin the wall-clock time at which both agree
   * @param siteOrigin the site's time at that moment
   * @param speed seconds of site time for each second on the wall, above 0
   */
  static Timeline accelerated(Instant wallOrigin, Instant siteOrigin, double speed) {
    return new Accelerated(wallOrigin, siteOrigin, speed, InstantSource.system());
  }

  /** A timeline pinned to a wall clock at one moment. */
  record Accelerated(Instant wallOrigin, Instant siteOrigin, double speed, InstantSource wall)
      implements Timeline {

    public Accelerated {
      if (!(speed > 0 && speed <= 100_000)) {
        throw new IllegalArgumentException(
            "Speed must be above 0 and at most 100000, not " + speed);
      }
    }

    @Override
    public Instant instant() {
      Duration onTheWall = Duration.between(wallOrigin, wall.instant());
      return speed == 1
          ? siteOrigin.plus(onTheWall)
          : siteOrigin.plusNanos(Math.round(onTheWall.toMillis() * 1e6 * speed));
    }

    @Override
    public Duration realTime(Duration siteTime) {
      return speed == 1 ? siteTime : Duration.ofNanos(Math.round(siteTime.toNanos() / speed));
    }
  }
}
