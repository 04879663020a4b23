package energy.setpoint.core.control.snapshot;

import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.book.StationBook;
import energy.setpoint.core.control.guard.Decision;
import energy.setpoint.core.control.measure.OverloadWatch;
import energy.setpoint.core.control.reconcile.Fallbacks;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down everything about a site at one moment. Confined to the engine's loop. */
public final class SnapshotWriter {

  private final Site site;
  private final Books books;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final ChargerGateway chargers;
  private final DeviceViews devices;
  private final CircuitViews circuits;
  private final LedgerViews ledgerViews;
  private final Alerts alerts;

  /**
   * @param watch how vehicles behave
   * @param overloads where meters see too much
   * @param chargers asked which stations are connected
   */
  public SnapshotWriter(
      Site site,
      Books books,
      VehicleWatch watch,
      OverloadWatch overloads,
      Reconciler ledgers,
      Fallbacks fallbacks,
      ChargerGateway chargers) {
    this.site = site;
    this.books = books;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
    this.chargers = chargers;
    this.devices = new DeviceViews(site, books.devices());
    this.circuits = new CircuitViews(site, ledgers);
    this.ledgerViews = new LedgerViews(site, ledgers);
    this.alerts = new Alerts(site, books, watch.sleepers(), overloads, ledgers, fallbacks);
  }

  /**
   * @param decision of the look that has just been made
   * @param uncontrolled estimated load; empty when unknown
   * @param importLimit in force, a magnitude
   * @param price of energy from the grid now
   */
  public SiteSnapshot write(
      Instant now,
      Decision decision,
      Optional<PhaseCurrents> uncontrolled,
      Power importLimit,
      EnergyPrice price,
      Optional<Plan> plan) {
    Map<ControlPoint, Desired> desired = new HashMap<>();
    decision.desired().forEach(d -> desired.put(d.point(), d));
    List<StationView> stationViews = stationViews();
    List<DeviceView> deviceViews = devices.list(desired, now);
    return new SiteSnapshot(
        site.id(),
        now,
        books.devices().findFreshGridMeter(now).map(MeterReading::power),
        uncontrolled.map(load -> load.at(site.voltage())),
        importLimit,
        price,
        plan.map(Plan::id),
        stationViews,
        site.evses().map(evse -> evseView(evse, desired, decision, now)).toList(),
        ledgerViews.list(desired, now),
        deviceViews,
        circuits.list(decision, now),
        alerts.list(stationViews, deviceViews, plan, now));
  }

  private List<StationView> stationViews() {
    return site.stations().stream()
        .map(station ->
            new StationView(
                station.id(),
                chargers.isConnected(station.id()),
                books.stations().findProtocol(station.id()),
                books.stations().findDescription(station.id()),
                books.stations().findLastSeen(station.id()),
                fallbacks.isConfirmed(station.id())))
        .toList();
  }

  private EvseView evseView(
      Evse evse, Map<ControlPoint, Desired> desired, Decision decision, Instant now) {
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    Optional<ChargingSession> session = books.sessions().find(evse.ref());
    Desired wish = desired.get(evse.ref());
    return new EvseView(
        evse.ref(),
        books.stations().status(evse.ref()),
        session,
        session.flatMap(ChargingSession::soc),
        books.stations().findFreshPower(evse.ref(), now),
        books
            .stations()
            .findFreshSample(evse.ref(), now)
            .flatMap(sample -> StationBook.onGrid(evse, sample, site.voltage())),
        wish == null ? Current.ZERO : wish.allowance().signed(),
        ledger.findConfirmed(now).map(lease -> lease.allowance().signed()),
        ledger.mayDraw(now),
        wish == null ? evse.phases() : wish.phases().size(),
        decision.reasons().getOrDefault(evse.ref(), ""));
  }
}
