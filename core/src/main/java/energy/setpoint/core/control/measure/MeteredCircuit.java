package energy.setpoint.core.control.measure;

import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Knows what of a circuit with a meter is taken by things that the engine does not control, the
 * circuits that it feeds included.
 */
final class MeteredCircuit {

  /** A rise from one reading to the next that is worth a look at once, as a share of the fuse. */
  private static final double ALARMING_RISE = 0.05;

  private final Meter meter;
  private final PhaseCurrents carries;
  private PhaseCurrents last = PhaseCurrents.ZERO;
  private final DeviceBook devices;
  private final StationBook stations;
  private final Reconciler ledgers;
  private final List<Evse> evses;
  private final List<Battery> batteries;
  private final List<Inverter> inverters;
  private final Set<ControlPoint> inside = new HashSet<>();
  private final LoadEstimator loads = new LoadEstimator();

  MeteredCircuit(
      Site site, Meter meter, DeviceBook devices, StationBook stations, Reconciler ledgers) {
    this.meter = meter;
    this.carries = site.circuits().find(meter.circuit()).orElseThrow().carries(site.voltage());
    this.devices = devices;
    this.stations = stations;
    this.ledgers = ledgers;
    this.evses =
        site.stations().stream()
            .filter(station -> feeds(site, station.circuit()))
            .map(Station::evses)
            .flatMap(List::stream)
            .toList();
    this.batteries = site.batteries().stream().filter(it -> feeds(site, it.circuit())).toList();
    this.inverters = site.inverters().stream().filter(it -> feeds(site, it.circuit())).toList();
    evses.forEach(evse -> inside.add(evse.ref()));
    batteries.forEach(battery -> inside.add(battery.id()));
    inverters.forEach(inverter -> inside.add(inverter.id()));
  }

  private boolean feeds(Site site, CircuitId inner) {
    return site.circuits().pathToRoot(inner).stream().anyMatch(it -> it.id().equals(circuit()));
  }

  CircuitId circuit() {
    return meter.circuit();
  }

  /**
   * What the meter saw; negative where a phase feeds back.
   *
   * @return true when a phase is above its fuse, or rose so much that it cannot wait for the next
   *     look
   */
  boolean meterSaw(Instant at, PhaseCurrents currents) {
    loads.meterSaw(at, currents);
    PhaseCurrents before = last;
    last = currents;
    return Arrays.stream(Phase.values())
        .anyMatch(phase -> isAlarming(currents.on(phase), before.on(phase), carries.on(phase)));
  }

  private static boolean isAlarming(Current now, Current before, Current most) {
    long rise = now.minus(before).milliamps();
    return now.max(now.negated()).isMoreThan(most) || rise > most.milliamps() * ALARMING_RISE;
  }

  /** What a device anywhere on the site measured; negative where it feeds back or produces. */
  void deviceSaw(ControlPoint device, Instant at, PhaseCurrents currents) {
    if (inside.contains(device)) {
      loads.deviceSaw(device, at, currents);
    }
  }

  void forget(EvseRef evse) {
    loads.forget(evse);
  }

  /**
   * Empty when the meter is not fresh, or when something may be hiding load from it by feeding in
   * unseen.
   *
   * @param open sessions of the whole site
   */
  Optional<PhaseCurrents> uncontrolled(List<ChargingSession> open, Instant now) {
    if (devices.findFresh(meter.id(), now).isEmpty() || somethingFeedsUnseen(now)) {
      return Optional.empty();
    }
    List<Object> active = new ArrayList<>();
    open.stream().map(ChargingSession::evse).filter(inside::contains).forEach(active::add);
    batteries.stream().map(Battery::id).filter(id -> isFresh(id, now)).forEach(active::add);
    inverters.stream().map(Inverter::id).filter(id -> isFresh(id, now)).forEach(active::add);
    return loads.estimate(active, now);
  }

  private boolean isFresh(DeviceId device, Instant now) {
    return devices.findFresh(device, now).isPresent();
  }

  private boolean somethingFeedsUnseen(Instant now) {
    boolean inverter = inverters.stream().anyMatch(i -> !isFresh(i.id(), now));
    boolean battery =
        batteries.stream().anyMatch(b -> !isFresh(b.id(), now) && mayFeed(b.id(), now));
    boolean vehicle =
        evses.stream()
            .anyMatch(
                e -> stations.findFreshSample(e.ref(), now).isEmpty() && mayFeed(e.ref(), now));
    return inverter || battery || vehicle;
  }

  private boolean mayFeed(ControlPoint point, Instant now) {
    return ledgers.ledger(point).mayFeed(now).milliamps() > 0;
  }
}
