package energy.setpoint.core.control.book;

import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * On how many phases the engine wants vehicles to charge. Stations that refuse to switch are not
 * asked again in the same transaction. Confined to the engine's loop.
 */
public final class PhaseBook {

  private static final System.Logger LOG = System.getLogger(PhaseBook.class.getName());

  /** For a station to switch. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Map<EvseRef, Integer> chosen = new HashMap<>();
  private final Set<EvseRef> refused = new HashSet<>();
  private final Map<EvseRef, Instant> onMore = new HashMap<>();

  /**
   * @param phases 1 or 3
   * @return true when that is news
   */
  public boolean choose(EvseRef evse, int phases) {
    return !refused.contains(evse) && !Integer.valueOf(phases).equals(chosen.put(evse, phases));
  }

  /**
   * Leaves it to the station again.
   *
   * @return true when that is news
   */
  public boolean leave(EvseRef evse) {
    return chosen.remove(evse) != null;
  }

  /** Empty where it is left to the station. */
  public OptionalInt find(EvseRef evse) {
    Integer phases = chosen.get(evse);
    return phases == null ? OptionalInt.empty() : OptionalInt.of(phases);
  }

  /** The station cannot or does not want to switch. */
  public void refused(EvseRef evse) {
    chosen.remove(evse);
    refused.add(evse);
  }

  /**
   * An EVSE was measured. One that was told to charge on one phase and goes on to load more has
   * refused in its own way.
   *
   * @param loaded phases with current
   */
  public void saw(EvseRef evse, int loaded, Instant now) {
    if (loaded < 2 || find(evse).orElse(3) != 1) {
      onMore.remove(evse);
    } else if (!now.isBefore(onMore.computeIfAbsent(evse, _ -> now).plus(PATIENCE))) {
      LOG.log(
          System.Logger.Level.WARNING,
          "EVSE {0} was told to charge on one phase and loads {1}; it is not switched any more",
          evse,
          loaded);
      refused(evse);
    }
  }

  /** False once the station has refused it. */
  public boolean maySwitch(EvseRef evse) {
    return !refused.contains(evse);
  }

  /** The vehicle is gone. */
  public void forget(EvseRef evse) {
    chosen.remove(evse);
    refused.remove(evse);
    onMore.remove(evse);
  }
}
