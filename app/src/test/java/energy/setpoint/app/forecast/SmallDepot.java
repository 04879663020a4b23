package energy.setpoint.app.forecast;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A grid meter, a roof and one EVSE; at 100 V, to reckon without paper. */
final class SmallDepot {

  static final EvseRef EVSE = EvseRef.of("s1", 1);

  private SmallDepot() {}

  static Site site() {
    CircuitId main = new CircuitId("main");
    return new Site(
        new SiteId("depot"),
        "Depot",
        ZoneOffset.UTC,
        Voltage.ofVolts(100),
        new GridConnection(Power.ofKilowatts(50), Power.ofKilowatts(50)),
        new CircuitTree(
            List.of(
                new Circuit(
                    main,
                    Optional.empty(),
                    PhaseCurrents.ofAmps(160, 160, 160),
                    PhaseCurrents.ZERO))),
        List.of(new Station(new StationId("s1"), main, List.of(evse()), Current.ofAmps(6))),
        List.of(),
        List.of(new Inverter(new DeviceId("roof"), main, Power.ofKilowatts(10))),
        List.of(new Meter(new DeviceId("meter"), main)));
  }

  private static Evse evse() {
    return new Evse(
        EVSE, Supply.AC, List.of(Phase.values()), Current.ofAmps(6), Current.ofAmps(32), false);
  }
}
