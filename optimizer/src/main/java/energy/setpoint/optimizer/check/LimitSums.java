package energy.setpoint.optimizer.check;

import static energy.setpoint.optimizer.check.PlanCheck.NOISE_WATTS;

import energy.setpoint.optimizer.check.Excess.Limit;
import java.util.Optional;

/** What counts against one limit in one step, in watts. */
final class LimitSums {

  private double credited;
  private double creditedAlone;
  private double all;
  private double alone;

  /**
   * Counts one thing.
   *
   * @param creditedWatts what counts of it towards the devices
   * @param controlled whether the plan decides it
   */
  void add(double watts, double creditedWatts, boolean controlled) {
    credited += creditedWatts;
    all += watts;
    if (!controlled) {
      creditedAlone += creditedWatts;
      alone += watts;
    }
  }

  void add(LimitSums other, double factor) {
    credited += factor * other.credited;
    creditedAlone += factor * other.creditedAlone;
    all += factor * other.all;
    alone += factor * other.alone;
  }

  /** Whether a limit is kept both ways. */
  boolean isWithin(double most) {
    return credited <= most && Math.abs(all) <= most;
  }

  /** Against a limit on what flows towards the devices, where what is given counts in part. */
  Optional<Excess> towards(Limit limit, int step, double most) {
    return excess(new Excess(limit, step, credited, most, creditedAlone, all));
  }

  /** Against a limit on what is fed back. */
  Optional<Excess> back(Limit limit, int step, double most) {
    return excess(new Excess(limit, step, -all, most, -alone, -all));
  }

  /** Against a limit on what flows towards the devices, where all counts in full. */
  Optional<Excess> inFull(Limit limit, int step, double most) {
    return excess(new Excess(limit, step, all, most, alone, all));
  }

  private static Optional<Excess> excess(Excess excess) {
    return Optional.of(excess).filter(e -> e.watts() > e.mostWatts() + NOISE_WATTS);
  }
}
