package energy.setpoint.simulation.station;

import energy.setpoint.simulation.profile.stack.CompositeSchedule;
import energy.setpoint.simulation.profile.stack.Outlook;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Lets vehicles know when what they may expect has changed, whoever changed it: the server, a
 * system beside it, or power that is made on site (errata of K16.FR.02). Not thread-safe.
 */
final class Renegotiation {

  /** How far the vehicles look ahead. */
  static final Duration HORIZON = Duration.ofHours(24);

  private final Collection<EvseUnit> units;
  private long seen;

  Renegotiation(Collection<EvseUnit> units) {
    this.units = units;
  }

  /**
   * @param revision of the profiles
   * @param composite what an EVSE expects to offer over {@link #HORIZON}
   */
  void advance(Instant now, long revision, IntFunction<Optional<CompositeSchedule>> composite) {
    boolean changed = revision != seen;
    seen = revision;
    for (EvseUnit unit : units) {
      if (unit.talk().negotiates() && (changed || unit.talk().expectsNothing())) {
        composite
            .apply(unit.number())
            .ifPresent(c -> unit.talk().expects(Outlook.of(c, now, HORIZON), now));
      }
    }
  }
}
