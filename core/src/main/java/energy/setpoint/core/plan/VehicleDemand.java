package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;
import java.util.List;

/**
 * A vehicle as the planner sees it: a battery that is connected for a while.
 *
 * @param circuit what the EVSE is connected to
 * @param phases the grid phases that the vehicle loads evenly, 1 to 3
 * @param connected when it can charge; may begin before the grid and end after it
 * @param stored in the battery at the later of the grid's start and the arrival, 0 to capacity
 * @param target wanted at departure; a shortfall is allowed, reported, and made as small as the
 *     limits permit before any money is saved
 * @param minimumAtDeparture the least that feeding back may leave at departure
 * @param floor the least that feeding back may leave at any time
 * @param maxCharge magnitude on the grid side, vehicle and EVSE together
 * @param maxDischarge magnitude on the grid side; zero for one-way vehicles
 * @param chargeEfficiency stored energy per energy taken, in (0, 1]
 * @param dischargeEfficiency delivered energy per stored energy used, in (0, 1]
 * @param weight how much a kilowatt-hour missing at departure counts against other vehicles', above
 *     0, usually 1
 */
public record VehicleDemand(
    SessionId session,
    EvseRef evse,
    CircuitId circuit,
    List<Phase> phases,
    Interval connected,
    Energy stored,
    Energy capacity,
    Energy target,
    Energy minimumAtDeparture,
    Energy floor,
    Power maxCharge,
    Power maxDischarge,
    double chargeEfficiency,
    double dischargeEfficiency,
    double weight) {

  public VehicleDemand {
    phases = List.copyOf(phases);
    Checks.requirePhases(session.value(), phases);
    Checks.requireEfficiency(session.value(), chargeEfficiency);
    Checks.requireEfficiency(session.value(), dischargeEfficiency);
    Checks.requireMagnitude(session.value(), "maximum charge", maxCharge);
    Checks.requireMagnitude(session.value(), "maximum discharge", maxDischarge);
    Checks.requireWithin(session.value(), "stored energy", stored, capacity);
    Checks.requireWithin(session.value(), "target", target, capacity);
    Checks.requireWithin(session.value(), "minimum at departure", minimumAtDeparture, capacity);
    Checks.requireWithin(session.value(), "floor", floor, capacity);
    if (!(weight > 0)) {
      throw new IllegalArgumentException(
          "Vehicle " + session + " has a weight of " + weight + "; expected above 0.");
    }
  }

  public boolean mayDischarge() {
    return maxDischarge.watts() > 0;
  }

  /** What is missing in the battery now, at least zero. */
  public Energy missing() {
    return target.minus(stored).max(Energy.ZERO);
  }
}
