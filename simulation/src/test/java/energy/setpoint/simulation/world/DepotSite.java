package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.quantity.Voltage;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The depot of the demo, as a test needs it. */
final class DepotSite {

  static final CircuitId MAIN = new CircuitId("main");
  static final CircuitId NORTH = new CircuitId("north");
  static final CircuitId SOUTH = new CircuitId("south");

  private static final List<List<Phase>> ROTATIONS =
      List.of(
          List.of(Phase.L1, Phase.L2, Phase.L3),
          List.of(Phase.L2, Phase.L3, Phase.L1),
          List.of(Phase.L3, Phase.L1, Phase.L2));

  private DepotSite() {}

  static Site site() {
    return new Site(
        new SiteId("depot"),
        "Depot",
        ZoneId.of("Europe/Berlin"),
        Voltage.ofVolts(230),
        new GridConnection(Power.ofKilowatts(110), Power.ofKilowatts(60)),
        new CircuitTree(
            List.of(
                circuit(MAIN, Optional.empty(), 160, 30),
                circuit(NORTH, Optional.of(MAIN), 80, 0),
                circuit(SOUTH, Optional.of(MAIN), 100, 0))),
        List.of(
            ac("depot-16-a", NORTH, 0),
            ac("depot-16-b", NORTH, 1),
            ac("depot-201-a", NORTH, 2),
            ac("depot-201-b", SOUTH, 0),
            ac("depot-21-a", SOUTH, 1),
            ac("depot-21-b", SOUTH, 2),
            dc("depot-21-dc", SOUTH)),
        List.of(battery()),
        List.of(new Inverter(new DeviceId("roof"), MAIN, Power.ofKilowatts(60))),
        List.of(new Meter(new DeviceId("grid-meter"), MAIN)));
  }

  private static Circuit circuit(
      CircuitId id, Optional<CircuitId> parent, double fuseAmps, double building) {
    return new Circuit(
        id,
        parent,
        PhaseCurrents.ofAmps(fuseAmps, fuseAmps, fuseAmps),
        PhaseCurrents.ofAmps(building, building, building));
  }

  private static Station ac(String id, CircuitId circuit, int rotation) {
    return new Station(
        new StationId(id),
        circuit,
        List.of(acEvse(id, 1, rotation), acEvse(id, 2, rotation + 1)),
        Current.ofAmps(6));
  }

  private static Evse acEvse(String station, int number, int rotation) {
    return new Evse(
        EvseRef.of(station, number),
        Supply.AC,
        ROTATIONS.get(rotation % 3),
        Current.ofAmps(6),
        Current.ofAmps(32),
        false);
  }

  private static Station dc(String id, CircuitId circuit) {
    Evse evse =
        new Evse(
            EvseRef.of(id, 1), Supply.DC, ROTATIONS.get(0), Current.ZERO, Current.ofAmps(32), true);
    return new Station(new StationId(id), circuit, List.of(evse), Current.ZERO);
  }

  private static Battery battery() {
    return new Battery(
        new DeviceId("battery"),
        MAIN,
        Energy.ofKilowattHours(100),
        Power.ofKilowatts(50),
        Power.ofKilowatts(50),
        0.95,
        0.95,
        new StateOfCharge(0.1),
        new StateOfCharge(0.95));
  }
}
