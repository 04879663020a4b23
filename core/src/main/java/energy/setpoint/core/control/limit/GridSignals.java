package energy.setpoint.core.control.limit;

import energy.setpoint.core.control.limit.FollowedSignal.Standing;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.signal.GridSignal;
import energy.setpoint.core.site.DeviceId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Follows the devices through which the grid operator limits the site. Confined to the loop, where
 * nothing else is said.
 */
public final class GridSignals {

  private static final System.Logger LOG = System.getLogger(GridSignals.class.getName());

  private final GridLimits limits;
  private final Map<DeviceId, FollowedSignal> followed = new LinkedHashMap<>();
  private final Set<DeviceId> refusing = new HashSet<>();
  private final LongAdder refused = new LongAdder();
  private volatile Map<DeviceId, String> silent = Map.of();

  /**
   * @param now from when the devices count as silent until they are heard
   */
  public GridSignals(List<GridSignal> signals, GridLimits limits, Instant now) {
    this.limits = limits;
    signals.forEach(signal -> followed.put(signal.device(), new FollowedSignal(signal, now)));
  }

  /** Takes up what a device allowed before a restart; what is not a signal now is left. */
  public void resume(GridLimitChange last) {
    for (FollowedSignal each : followed.values()) {
      GridSignal signal = each.signal();
      if (signal.source().key().equals(last.source()) && signal.flow() == last.flow()) {
        each.remember(last.power());
        limits.resume(signal.flow(), signal.source(), last.power(), last.at(), last.why());
      }
    }
  }

  /** A device was read. What means nothing is refused, logged once and counted. */
  public void saw(GridSignalReading reading) {
    FollowedSignal signal = followed.get(reading.device());
    if (signal == null) {
      LOG.log(System.Logger.Level.WARNING, "No grid signal is called {0}", reading.device());
      return;
    }
    if (signal.hear(reading)) {
      refusing.remove(reading.device());
      return;
    }
    refused.increment();
    if (refusing.add(reading.device())) {
      LOG.log(
          System.Logger.Level.WARNING,
          "Grid signal {0} says {1}, which the site file gives no meaning; that counts as silence",
          reading.device(),
          reading.told());
    }
  }

  /**
   * Has the limits follow what was said, and the time since.
   *
   * @return whether a limit changed
   */
  public boolean look(Instant now) {
    boolean changed = false;
    Map<DeviceId, String> silentNow = new LinkedHashMap<>();
    for (FollowedSignal each : followed.values()) {
      Standing standing = each.at(now);
      GridSignal signal = each.signal();
      Optional<Power> limit = standing.allowed().limit();
      changed |= limits.change(signal.flow(), signal.source(), limit, now, standing.why());
      if (standing.silent()) {
        silentNow.put(signal.device(), standing.why());
      }
    }
    tellOfSilence(silentNow);
    return changed;
  }

  private void tellOfSilence(Map<DeviceId, String> silentNow) {
    silentNow.forEach((device, why) -> {
      if (!silent.containsKey(device)) {
        LOG.log(System.Logger.Level.WARNING, "Grid signal {0}", why);
      }
    });
    for (DeviceId device : silent.keySet()) {
      if (!silentNow.containsKey(device)) {
        LOG.log(System.Logger.Level.INFO, "Grid signal {0} is heard", device);
      }
    }
    silent = Map.copyOf(silentNow);
  }

  /** The devices that are not heard now, with why that is so. Safe to call from any thread. */
  public Map<DeviceId, String> silent() {
    return silent;
  }

  /** How often a device said something without a meaning. Safe to call from any thread. */
  public long refused() {
    return refused.sum();
  }
}
