package energy.setpoint.der.device;

import energy.setpoint.core.site.DeviceId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How well a device can be read and commanded.
 *
 * @param lastReading when the last reading was taken, site time
 * @param consecutiveFailures since the last reading
 * @param lastError kept after recovery, to explain what was
 * @param reads readings handed on
 * @param failures connections and requests that failed
 * @param refused answers and messages that made no sense, or in which a value was missing
 * @param flapping whether it came back or spoke in bursts three times within ten minutes (or ten
 *     times its {@code staleAfter}, where that is longer)
 * @param commands what became of the commands to it
 * @param details what it tells of itself, by name, as long as that is not stale
 */
public record DeviceHealth(
    DeviceId device,
    State state,
    Optional<Instant> lastReading,
    int consecutiveFailures,
    Optional<String> lastError,
    long reads,
    long failures,
    long refused,
    boolean flapping,
    CommandHealth commands,
    Map<String, String> details) {

  public DeviceHealth {
    details = Map.copyOf(details);
  }

  /** Whether the last reading may still be used. */
  public boolean isFresh() {
    return state == State.ONLINE;
  }

  /** What can be said about a device now. */
  public enum State {
    /** The last reading is still valid. */
    ONLINE,
    /** The device or its broker is in contact, but the last reading is too old. */
    STALE,
    /** No valid reading and no contact. */
    OFFLINE
  }
}
