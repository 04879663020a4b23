package energy.setpoint.app.web;

import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.SiteSnapshot.CircuitView;
import energy.setpoint.core.control.SiteSnapshot.DeviceView;
import energy.setpoint.core.control.SiteSnapshot.EvseView;
import energy.setpoint.core.control.SiteSnapshot.StationView;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.AnswerCounts;
import energy.setpoint.core.reconcile.DeviceLedger.Lease;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.NeedSource;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.GridConnection;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import energy.setpoint.core.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The depot of the sample problem, and what it looks like when its plan is followed. */
final class DepotSite {

  private static final Voltage VOLTAGE = Voltage.ofVolts(230);

  private DepotSite() {}

  static Site site() {
    return new Site(
        new SiteId("depot"),
        "Depot by the canal",
        ZoneId.of("Europe/Amsterdam"),
        VOLTAGE,
        new GridConnection(Power.ofKilowatts(60), Power.ofKilowatts(30)),
        new CircuitTree(
            List.of(
                circuit("main", Optional.empty(), 100),
                circuit("north", Optional.of("main"), 50),
                circuit("south", Optional.of("main"), 63))),
        List.of(
            station("depot-16-a", "north", evse("depot-16-a", 1), evse("depot-16-a", 2)),
            station("depot-201-a", "north", evse("depot-201-a", 1), evse("depot-201-a", 2)),
            station("depot-21-dc", "south", dc("depot-21-dc")),
            station("depot-21-b", "south", evse("depot-21-b", 1))),
        List.of(
            new Battery(
                new DeviceId("battery"),
                new CircuitId("main"),
                Energy.ofKilowattHours(60),
                Power.ofKilowatts(25),
                Power.ofKilowatts(25),
                0.95,
                0.95,
                StateOfCharge.ofPercent(10),
                StateOfCharge.ofPercent(95))),
        List.of(new Inverter(new DeviceId("roof"), new CircuitId("main"), Power.ofKilowatts(30))),
        List.of(new Meter(new DeviceId("grid-meter"), new CircuitId("main"))));
  }

  private static Circuit circuit(String id, Optional<String> parent, double fuse) {
    return new Circuit(
        new CircuitId(id),
        parent.map(CircuitId::new),
        PhaseCurrents.ofAmps(fuse, fuse, fuse),
        PhaseCurrents.ZERO);
  }

  private static Station station(String id, String circuit, Evse... evses) {
    return new Station(
        new StationId(id), new CircuitId(circuit), List.of(evses), Current.ofAmps(6));
  }

  private static Evse evse(String station, int number) {
    return new Evse(
        EvseRef.of(station, number),
        Supply.AC,
        List.of(Phase.values()),
        Current.ofAmps(6),
        Current.ofAmps(32),
        false);
  }

  private static Evse dc(String station) {
    return new Evse(
        EvseRef.of(station, 1),
        Supply.DC,
        List.of(Phase.values()),
        Current.ZERO,
        Current.ofAmps(32),
        true);
  }

  static SiteSnapshot snapshot(Site site, Plan plan, Tariff tariff, Instant now, Power limit) {
    List<EvseView> evses = site.evses().map(evse -> evse(evse, plan, now)).toList();
    return new SiteSnapshot(
        site.id(),
        now,
        Optional.of(plan.gridPower().at(now)),
        Optional.of(plan.uncontrolled().at(now)),
        limit,
        tariff.importPrice().at(now),
        Optional.of(plan.id()),
        stations(now),
        evses,
        evses.stream().map(evse -> ledger(evse, now)).toList(),
        devices(plan, now),
        circuits(site, plan, evses, now),
        List.of("Station depot-21-b is not connected.", "No fresh reading of inverter roof."));
  }

  /** The station that is not connected did not answer to its last limit. */
  private static LedgerView ledger(EvseView evse, Instant now) {
    boolean silent = evse.ref().station().value().equals("depot-21-b");
    return new LedgerView(
        evse.ref(),
        evse.wanted(),
        evse.confirmed()
            .map(limit -> new Lease(Allowance.ofSigned(limit), now.plus(Duration.ofMinutes(4)))),
        List.of(),
        Optional.empty(),
        Current.ofAmps(6),
        evse.mayDraw().max(Current.ofAmps(6)),
        Current.ZERO,
        silent
            ? Optional.of(
                new Disobedience(
                    Disobedience.Kind.SILENT,
                    "No answer within PT30S.",
                    now.minus(Duration.ofMinutes(7)),
                    4))
            : Optional.empty(),
        new AnswerCounts(12, 0, silent ? 4 : 0, 0, 0),
        Optional.empty());
  }

  private static List<StationView> stations(Instant now) {
    return List.of(
        station("depot-16-a", "ocpp1.6", true, now),
        station("depot-201-a", "ocpp2.0.1", true, now),
        station("depot-21-dc", "ocpp2.1", true, now),
        station("depot-21-b", "ocpp2.1", false, now.minus(Duration.ofMinutes(7))));
  }

  private static StationView station(String id, String protocol, boolean connected, Instant seen) {
    return new StationView(
        new StationId(id),
        connected,
        Optional.of(protocol),
        Optional.of("Setpoint Sim 1.0"),
        Optional.of(seen),
        connected);
  }

  private static EvseView evse(Evse evse, Plan plan, Instant now) {
    var planned = plan.vehicles().stream().filter(v -> v.evse().equals(evse.ref())).findFirst();
    if (planned.isEmpty()) {
      return new EvseView(
          evse.ref(),
          EvseStatus.AVAILABLE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Current.ZERO,
          Optional.empty(),
          Current.ZERO,
          3,
          "no vehicle");
    }
    Power power = planned.get().power().at(now);
    int phases = evse.ref().equals(EvseRef.of("depot-16-a", 1)) ? 1 : 3;
    Current current = VOLTAGE.currentFor(power, phases);
    boolean knowsSoc = evse.supply() == Supply.DC;
    return new EvseView(
        evse.ref(),
        EvseStatus.OCCUPIED,
        Optional.of(session(evse.ref(), planned.get().session())),
        knowsSoc ? Optional.of(StateOfCharge.ofPercent(71)) : Optional.empty(),
        Optional.of(power.times(0.98)),
        Optional.of(PhaseCurrents.on(evse.phasesLoadedBy(phases), current)),
        current,
        Optional.of(current),
        current.max(Current.ZERO),
        phases,
        power.watts() > 0 ? "follows the plan" : "the plan waits for cheaper hours");
  }

  private static ChargingSession session(EvseRef evse, SessionId id) {
    Instant started = DepotEngine.EVENING.minus(Duration.ofMinutes(84));
    return new ChargingSession(
        id,
        evse,
        "tx-1",
        Optional.of(new IdToken(id.value().toUpperCase(Locale.ROOT))),
        started,
        Optional.empty(),
        new ChargingNeed(
            started,
            Energy.ofKilowattHours(30),
            Energy.ofKilowattHours(77),
            Energy.ofKilowattHours(74),
            Energy.ZERO,
            Energy.ZERO,
            Instant.parse("2026-11-03T06:30:00Z"),
            Power.ofKilowatts(11),
            Power.ZERO,
            3,
            NeedSource.VEHICLE_LIST),
        Optional.empty(),
        Energy.ofKilowattHours(11.4),
        Optional.empty());
  }

  private static List<DeviceView> devices(Plan plan, Instant now) {
    Power battery = plan.batteries().getFirst().power().at(now);
    return List.of(
        new DeviceView(
            new DeviceId("grid-meter"),
            "meter",
            false,
            Optional.of(now),
            Optional.of(plan.gridPower().at(now)),
            Optional.empty(),
            Optional.empty()),
        new DeviceView(
            new DeviceId("roof"),
            "inverter",
            true,
            Optional.of(now.minus(Duration.ofMinutes(4))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new DeviceView(
            new DeviceId("battery"),
            "battery",
            false,
            Optional.of(now),
            Optional.of(battery),
            Optional.of(StateOfCharge.ofPercent(54)),
            Optional.of(battery)));
  }

  private static List<CircuitView> circuits(
      Site site, Plan plan, List<EvseView> evses, Instant now) {
    Current load = VOLTAGE.currentFor(plan.uncontrolled().at(now), 3);
    List<CircuitView> views = new ArrayList<>();
    for (Circuit circuit : site.circuits().all()) {
      boolean root = circuit.parent().isEmpty();
      PhaseCurrents budget = PhaseCurrents.ZERO;
      for (EvseView evse : evses) {
        Station station = site.findStation(evse.ref().station()).orElseThrow();
        if (root || station.circuit().equals(circuit.id())) {
          List<Phase> phases = List.of(Phase.values()).subList(0, evse.phases());
          budget = budget.plus(PhaseCurrents.on(phases, evse.mayDraw()));
        }
      }
      views.add(
          new CircuitView(
              circuit.id(),
              circuit.fuse(),
              root ? PhaseCurrents.balanced(load) : PhaseCurrents.ZERO,
              budget));
    }
    return views;
  }
}
