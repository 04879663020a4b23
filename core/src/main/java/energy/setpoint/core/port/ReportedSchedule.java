package energy.setpoint.core.port;

import energy.setpoint.core.quantity.Current;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a station says that it holds an EVSE to.
 *
 * @param start by the station's clock
 * @param steps the first at once, ascending; not empty
 */
public record ReportedSchedule(Instant start, List<Step> steps) {

  /**
   * What holds until the next step.
   *
   * @param after since the start
   * @param draw the most per phase, at least 0 A
   * @param feed the most that is fed back per phase, at least 0 A
   */
  public record Step(Duration after, Current draw, Current feed) {

    public Step {
      if (draw.isNegative() || feed.isNegative()) {
        throw new IllegalArgumentException(
            "A step holds magnitudes, not " + draw + " and " + feed + ".");
      }
    }
  }

  public ReportedSchedule {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !steps.getFirst().after().isZero()) {
      throw new IllegalArgumentException("A schedule begins at once.");
    }
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).after().compareTo(steps.get(i - 1).after()) <= 0) {
        throw new IllegalArgumentException("The steps of a schedule must ascend in time.");
      }
    }
  }

  /** What holds when it was reported. */
  public Step now() {
    return steps.getFirst();
  }
}
