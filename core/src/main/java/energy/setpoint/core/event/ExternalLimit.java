package energy.setpoint.core.event;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A limit that somebody else put on a station.
 *
 * @param source {@code EMS}, {@code SO}, {@code Other}, or another word of the station's
 * @param gridCritical whether the grid depends on it
 * @param localGeneration whether it is not a limit but capacity that local generation adds
 * @param periods how much is allowed when; empty when the station did not say
 */
public record ExternalLimit(
    String source, boolean gridCritical, boolean localGeneration, List<Period> periods) {

  public ExternalLimit {
    periods = List.copyOf(periods);
  }

  /**
   * How much is allowed for a while.
   *
   * @param during may end in the far future
   * @param most what is allowed then
   */
  public record Period(Interval during, Bound most) {}

  /** An amount of power, or of current. */
  public sealed interface Bound {

    /** Over this many phases. */
    Power at(Voltage voltage, int phases);

    /** The sum of all phases, at least 0 W. */
    record Watts(Power power) implements Bound {
      @Override
      public Power at(Voltage voltage, int phases) {
        return power;
      }
    }

    /** On each phase, at least 0 A. */
    record Amperes(Current perPhase) implements Bound {
      @Override
      public Power at(Voltage voltage, int phases) {
        return perPhase.at(voltage, phases);
      }
    }
  }

  /**
   * The most that is allowed at any time of a stretch; empty when nothing bounds all of it.
   *
   * @param phases over which the current of a bound may flow
   */
  public Optional<Power> findMost(Interval stretch, Voltage voltage, int phases) {
    if (localGeneration) {
      return Optional.empty();
    }
    Power most = Power.ZERO;
    Instant covered = stretch.start();
    for (Period period : periods) {
      if (period.during().contains(covered)) {
        most = most.max(period.most().at(voltage, phases));
        covered = period.during().end();
      }
    }
    return covered.isBefore(stretch.end()) ? Optional.empty() : Optional.of(most);
  }
}
