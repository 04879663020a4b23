package energy.setpoint.app.system.chaos;

import java.time.Duration;
import java.util.List;

/**
 * Something breaks, and is mended after a while. Times are those of the wall clock.
 *
 * @param at since the beginning of the run
 * @param outage until it is mended
 * @param stations those that are struck; empty for everything else
 */
record Strike(Target target, Duration at, Duration outage, List<String> stations) {

  Strike {
    stations = List.copyOf(stations);
    if (stations.isEmpty() == target.isOfStations()) {
      throw new IllegalArgumentException(target + " with the stations " + stations);
    }
  }

  Duration mended() {
    return at.plus(outage);
  }

  @Override
  public String toString() {
    return "%5.1f s  %s for %.1f s %s"
        .formatted(
            at.toMillis() / 1e3,
            target.words(),
            outage.toMillis() / 1e3,
            String.join(", ", stations));
  }
}
