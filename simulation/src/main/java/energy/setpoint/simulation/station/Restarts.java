package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.state.BootReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a station restarts, and why it has. Not thread-safe. */
final class Restarts {

  /** How long the ends of transactions may take to be told before (B12.FR.03). */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private boolean soon;
  private boolean onIdle;
  private BootReason coming = BootReason.REMOTE_RESET;
  private BootReason last = BootReason.POWER_UP;
  private Optional<Instant> latest = Optional.empty();

  /** Wants a restart, at once or when nobody charges any more. */
  void want(boolean whenIdle, BootReason why) {
    soon |= !whenIdle;
    onIdle |= whenIdle;
    coming = why;
  }

  boolean isDue(boolean idle) {
    return soon || (onIdle && idle);
  }

  /** True when all has been said, or cannot be waited for any longer. */
  boolean mayBegin(Instant now, boolean allSaid) {
    Instant end = latest.orElse(now.plus(GRACE));
    latest = Optional.of(end);
    return allSaid || !now.isBefore(end);
  }

  void begin() {
    soon = false;
    onIdle = false;
    latest = Optional.empty();
    last = coming;
  }

  /** The power was lost and is back. */
  void powerUp() {
    last = BootReason.POWER_UP;
  }

  /** Why the station has started. */
  BootReason reason() {
    return last;
  }
}
