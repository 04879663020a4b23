package energy.setpoint.core.control;

import energy.setpoint.core.control.SiteSnapshot.CircuitView;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.reading.BatteryReading;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down everything about a site at one moment. */
final class SnapshotWriter {

  private final Site site;
  private final SessionBook sessions;
  private final StationBook stations;
  private final DeviceBook devices;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final ChargerGateway chargers;

  SnapshotWriter(
      Site site,
      SessionBook sessions,
      StationBook stations,
      DeviceBook devices,
      Reconciler ledgers,
      Fallbacks fallbacks,
      ChargerGateway chargers) {
    this.site = site;
    this.sessions = sessions;
    this.stations = stations;
    this.devices = devices;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
    this.chargers = chargers;
  }

  SiteSnapshot write(
      Instant now,
      Decision decision,
      Optional<PhaseCurrents> uncontrolled,
      Power importLimit,
      EnergyPrice price,
      Optional<Plan> plan) {
    Map<ControlPoint, Desired> desired = new HashMap<>();
    decision.desired().forEach(d -> desired.put(d.point(), d));
    List<StationView> stationViews = stationViews();
    List<DeviceView> deviceViews = deviceViews(now, desired);
    return new SiteSnapshot(
        site.id(),
        now,
        devices.findFreshGridMeter(now).map(MeterReading::power),
        uncontrolled.map(load -> load.at(site.voltage())),
        importLimit,
        price,
        plan.map(Plan::id),
        stationViews,
        site.evses().map(evse -> evseView(evse, desired, decision, now)).toList(),
        deviceViews,
        circuitViews(decision, now),
        alerts(stationViews, deviceViews, plan, now));
  }

  private List<StationView> stationViews() {
    return site.stations().stream()
        .map(station ->
            new StationView(
                station.id(),
                chargers.isConnected(station.id()),
                stations.findProtocol(station.id()),
                stations.findDescription(station.id()),
                stations.findLastSeen(station.id()),
                fallbacks.isConfirmed(station.id())))
        .toList();
  }

  private EvseView evseView(
      Evse evse, Map<ControlPoint, Desired> desired, Decision decision, Instant now) {
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    Optional<ChargingSession> session = sessions.find(evse.ref());
    Desired wish = desired.get(evse.ref());
    return new EvseView(
        evse.ref(),
        stations.status(evse.ref()),
        session,
        session.flatMap(ChargingSession::soc),
        stations.findFreshPower(evse.ref(), now),
        stations
            .findFreshSample(evse.ref(), now)
            .flatMap(sample -> StationBook.onGrid(evse, sample, site.voltage())),
        wish == null ? Current.ZERO : wish.allowance().signed(),
        ledger.findConfirmed(now).map(lease -> lease.allowance().signed()),
        ledger.mayDraw(now),
        wish == null ? evse.phases() : wish.phases().size(),
        decision.reasons().getOrDefault(evse.ref(), ""));
  }

  private List<DeviceView> deviceViews(Instant now, Map<ControlPoint, Desired> desired) {
    List<DeviceView> views = new ArrayList<>();
    site.meters().forEach(m -> views.add(deviceView(m.id(), "meter", now, Optional.empty())));
    site.inverters().forEach(i -> views.add(deviceView(i.id(), "inverter", now, Optional.empty())));
    site.batteries()
        .forEach(battery -> {
          Optional<Power> setpoint =
              Optional.ofNullable(desired.get(battery.id()))
                  .map(d -> d.allowance().signed().at(site.voltage(), 3));
          views.add(deviceView(battery.id(), "battery", now, setpoint));
        });
    return views;
  }

  private DeviceView deviceView(DeviceId id, String kind, Instant now, Optional<Power> setpoint) {
    Optional<DeviceReading> fresh = devices.findFresh(id, now);
    Optional<StateOfCharge> soc =
        fresh.filter(BatteryReading.class::isInstance).map(r -> ((BatteryReading) r).soc());
    return new DeviceView(
        id,
        kind,
        fresh.isEmpty(),
        devices.findLast(id).map(DeviceReading::at),
        fresh.map(SnapshotWriter::powerOf),
        soc,
        setpoint);
  }

  private static Power powerOf(DeviceReading reading) {
    return switch (reading) {
      case MeterReading r -> r.power();
      case InverterReading r -> r.power();
      case BatteryReading r -> r.power();
    };
  }

  private List<CircuitView> circuitViews(Decision decision, Instant now) {
    Map<CircuitId, PhaseCurrents> budgeted = new HashMap<>();
    for (Desired device : decision.desired()) {
      PhaseCurrents currents =
          PhaseCurrents.on(device.phases(), ledgers.ledger(device.point()).mayDraw(now));
      for (Circuit circuit : site.circuits().pathToRoot(device.circuit())) {
        budgeted.merge(circuit.id(), currents, PhaseCurrents::plus);
      }
    }
    return site.circuits().all().stream()
        .map(circuit ->
            new CircuitView(
                circuit.id(),
                circuit.fuse(),
                decision.occupied().getOrDefault(circuit.id(), PhaseCurrents.ZERO),
                budgeted.getOrDefault(circuit.id(), PhaseCurrents.ZERO)))
        .toList();
  }

  private List<String> alerts(
      List<StationView> stationViews,
      List<DeviceView> deviceViews,
      Optional<Plan> plan,
      Instant now) {
    List<String> alerts = new ArrayList<>();
    for (StationView station : stationViews) {
      if (!station.connected()) {
        alerts.add("Station " + station.id() + " is not connected.");
      } else if (!station.fallbackConfirmed()) {
        alerts.add("Station " + station.id() + " has not confirmed its fallback.");
      }
    }
    for (DeviceView device : deviceViews) {
      if (device.stale()) {
        alerts.add("No fresh reading of " + device.kind() + " " + device.id() + ".");
      }
    }
    site.evses()
        .filter(evse -> ledgers.ledger(evse.ref()).failures() >= 3)
        .forEach(evse -> alerts.add("EVSE " + evse.ref() + " does not take its limits."));
    plan.flatMap(p -> p.report().reason()).ifPresent(reason -> alerts.add("Plan: " + reason));
    alerts.addAll(overloads(now));
    return alerts;
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
