package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an operator should look at, in whole sentences. */
final class Alerts {

  /** In a row; fewer may be a message that was lost. */
  private static final int TELLING_FAILURES = 3;

  private final Site site;
  private final DeviceBook devices;
  private final Reconciler ledgers;
  private final GridAlerts grid;

  Alerts(Site site, DeviceBook devices, Reconciler ledgers, GridAlerts grid) {
    this.site = site;
    this.devices = devices;
    this.ledgers = ledgers;
    this.grid = grid;
  }

  /**
   * @param plan in force
   */
  List<String> list(
      List<StationView> stationViews,
      List<DeviceView> deviceViews,
      Optional<Plan> plan,
      Instant now) {
    List<String> alerts = new ArrayList<>();
    stationViews.forEach(station -> ofStation(station).ifPresent(alerts::add));
    for (DeviceView device : deviceViews) {
      if (device.stale()) {
        alerts.add("No fresh reading of " + device.kind() + " " + device.id() + ".");
      }
    }
    site.evses()
        .filter(evse -> ledgers.ledger(evse.ref()).failures() >= TELLING_FAILURES)
        .forEach(evse -> alerts.add("EVSE " + evse.ref() + " does not take its limits."));
    plan.flatMap(p -> p.report().reason()).ifPresent(reason -> alerts.add("Plan: " + reason));
    alerts.addAll(grid.list(now));
    alerts.addAll(overloads(now));
    return alerts;
  }

  private static Optional<String> ofStation(StationView station) {
    if (!station.connected()) {
      return Optional.of("Station " + station.id() + " is not connected.");
    }
    return station.fallbackConfirmed()
        ? Optional.empty()
        : Optional.of("Station " + station.id() + " has not confirmed its fallback.");
  }

  private List<String> overloads(Instant now) {
    Circuit root = site.circuits().root();
    List<String> overloads = new ArrayList<>();
    devices
        .findFreshGridMeter(now)
        .ifPresent(reading -> {
          for (Phase phase : Phase.values()) {
            Current seen = reading.currents().on(phase);
            if (seen.max(seen.negated()).isMoreThan(root.fuse().on(phase))) {
              overloads.add("Circuit " + root.id() + " carries " + seen + " on " + phase + ".");
            }
          }
        });
    return overloads;
  }
}
