package energy.setpoint.core.control.plan;

import energy.setpoint.core.forecast.ExpectedArrivals;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Vehicles that are not there yet, as the planner sees them: one for all that are expected at a
 * circuit at about the same time. They take part in a plan so that it leaves room for them, but no
 * station ever hears of them.
 */
final class ExpectedVehicles {

  /**
   * What a kilowatt-hour that may be needed is worth, in usual prices: enough to keep cheap room
   * for it, not enough to pay for a higher peak or to starve who is there.
   */
  private static final double WORTH = 10;

  private static final String PREFIX = "expected-";

  private final Site site;

  ExpectedVehicles(Site site) {
    this.site = site;
  }

  /**
   * @param usualPrice of a kilowatt-hour
   */
  List<VehicleDemand> demands(
      List<ExpectedArrivals> arrivals, TimeGrid grid, EnergyPrice usualPrice) {
    EnergyPrice latePrice = new EnergyPrice(WORTH * Math.max(0, usualPrice.perKilowattHour()));
    List<VehicleDemand> demands = new ArrayList<>();
    for (int i = 0; i < arrivals.size(); i++) {
      demands.add(demand(PREFIX + i, arrivals.get(i), grid, latePrice));
    }
    return demands;
  }

  private VehicleDemand demand(
      String name, ExpectedArrivals expected, TimeGrid grid, EnergyPrice latePrice) {
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
            1)
        .asExpected()
        .withLatePrice(latePrice);
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
  static Plan withoutExpected(Plan plan, PlanningProblem problem) {
    Set<SessionId> expected =
        problem.vehicles().stream()
            .filter(VehicleDemand::expected)
            .map(VehicleDemand::session)
            .collect(Collectors.toUnmodifiableSet());
    return new Plan(
        plan.id(),
        plan.site(),
        plan.createdAt(),
        plan.grid(),
        plan.vehicles().stream().filter(v -> !expected.contains(v.session())).toList(),
        plan.batteries(),
        plan.loads(),
        plan.inverters(),
        plan.uncontrolled(),
        plan.solar(),
        plan.gridPower(),
        plan.cost(),
        plan.shortfalls().stream().filter(s -> !expected.contains(s.session())).toList(),
        plan.report(),
        plan.prices());
  }
}
