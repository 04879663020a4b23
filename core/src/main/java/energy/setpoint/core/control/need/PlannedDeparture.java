package energy.setpoint.core.control.need;

import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * The departure that a plan reckons with: soon enough for vehicles that lag behind their limits,
 * and on a boundary of the grid, because a vehicle that leaves within a step would take its share
 * of it in a shorter time, at a power that the plan does not see.
 */
public final class PlannedDeparture {

  /** A vehicle that stays past its announced departure is served within this time. */
  private static final Duration OVERTIME = Duration.ofMinutes(15);

  /** Plans aim to be done this long before a departure, for vehicles lag behind their limits. */
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(10);

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private PlannedDeparture() {}

  /**
   * A tenth of the time that is left sooner than announced, at most ten minutes, and then on the
   * nearest boundary of the grid that is not later than announced.
   *
   * @param grid of the plan, which starts now
   */
  public static Instant of(ChargingNeed need, TimeGrid grid) {
    Instant departure = soonEnough(need, grid.start());
    return onBoundary(departure, Collections.max(List.of(departure, need.departure())), grid);
  }

  private static Instant soonEnough(ChargingNeed need, Instant planStart) {
    Instant soonest = planStart.plus(OVERTIME);
    if (!need.departure().isAfter(planStart)) {
      return soonest;
    }
    Duration tenth = Duration.between(planStart, need.departure()).dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    Instant aim = need.departure().minus(margin);
    return aim.isAfter(planStart.plus(SHORTEST)) ? aim : planStart.plus(SHORTEST);
  }

  /** Who leaves early in the first step is not planned beyond: there is no boundary before. */
  private static Instant onBoundary(Instant departure, Instant latest, TimeGrid grid) {
    int step = grid.indexAt(departure);
    if (step >= grid.size()) {
      return departure;
    }
    Interval within = grid.step(step);
    Instant middle = within.start().plus(within.length().dividedBy(2));
    if (!departure.isBefore(middle) && !within.end().isAfter(latest)) {
      return within.end();
    }
    return step == 0 ? departure : within.start();
  }
}
