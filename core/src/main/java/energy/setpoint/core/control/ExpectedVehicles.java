package energy.setpoint.core.control;

import energy.setpoint.core.forecast.ExpectedArrivals;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Vehicles that are not there yet, as the planner sees them: one for all that are expected at a
 * circuit at about the same time. They take part in a plan so that it leaves room for them, but no
 * station ever hears of them.
 */
final class ExpectedVehicles {

  /** So much less does a kilowatt-hour count that a vehicle may need than one that it does need. */
  private static final double WEIGHT = 0.05;

  private static final String PREFIX = "expected-";

  private final Site site;

  ExpectedVehicles(Site site) {
    this.site = site;
  }

  List<VehicleDemand> demands(List<ExpectedArrivals> arrivals, TimeGrid grid) {
    List<VehicleDemand> demands = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      demands.add(demand(PREFIX + i, arrivals.get(i), grid));
    }
    return demands;
  }

  private VehicleDemand demand(String name, ExpectedArrivals expected, TimeGrid grid) {
    Energy energy = expected.energy().times(shareWithin(grid, expected.stay()));
    return new VehicleDemand(
        new SessionId(name),
        EvseRef.of(name, 1),
        expected.circuit(),
        phases(expected.circuit()),
        expected.stay(),
        Energy.ZERO,
        energy,
        energy,
        Energy.ZERO,
        Energy.ZERO,
        expected.maxCharge(),
        Power.ZERO,
        1,
        1,
        WEIGHT);
  }

  /** Who stays longer than the plan reaches needs only its share by the plan's end. */
  private static double shareWithin(TimeGrid grid, Interval stay) {
    Duration inside = Duration.between(stay.start(), grid.end());
    return Math.clamp((double) inside.toMillis() / stay.length().toMillis(), 0, 1);
  }

  /** All that the EVSEs of a circuit are wired to. */
  private List<Phase> phases(CircuitId circuit) {
    List<Phase> wired =
        site.stations().stream()
            .filter(station -> station.circuit().equals(circuit))
            .map(Station::evses)
            .flatMap(List::stream)
            .map(Evse::wiring)
            .flatMap(List::stream)
            .distinct()
            .sorted()
            .toList();
    return wired.isEmpty() ? List.of(Phase.values()) : wired;
  }

  /** The plan for the vehicles that are there; its grid power still counts the expected ones. */
  static Plan withoutExpected(Plan plan) {
    return new Plan(
        plan.id(),
        plan.site(),
        plan.createdAt(),
        plan.grid(),
        plan.vehicles().stream().filter(v -> !isExpected(v.session())).toList(),
        plan.batteries(),
        plan.uncontrolled(),
        plan.solar(),
        plan.gridPower(),
        plan.cost(),
        plan.shortfalls().stream().filter(s -> !isExpected(s.session())).toList(),
        plan.report());
  }

  private static boolean isExpected(SessionId session) {
    return session.value().startsWith(PREFIX);
  }
}
