package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** The same problem with one vehicle changed. */
final class Changed {

  private Changed() {}

  static PlanningProblem vehicle(
      PlanningProblem problem, VehicleDemand which, UnaryOperator<VehicleDemand> change) {
    return problem
        .toDraft()
        .vehicles(
            problem.vehicles().stream()
                .map(v -> v.session().equals(which.session()) ? change.apply(v) : v)
                .toList())
        .build();
  }

  static VehicleDemand leavingAt(VehicleDemand vehicle, Instant departure) {
    Interval connected = new Interval(vehicle.connected().start(), departure);
    return copy(vehicle, connected, vehicle.capacity(), vehicle.target(), vehicle.maxCharge());
  }

  static VehicleDemand charging(VehicleDemand vehicle, Power most) {
    return copy(vehicle, vehicle.connected(), vehicle.capacity(), vehicle.target(), most);
  }

  /** A guest's battery grows with what it wants. */
  static VehicleDemand wanting(VehicleDemand vehicle, Energy target) {
    Energy capacity = vehicle.capacity().max(target);
    return copy(vehicle, vehicle.connected(), capacity, target, vehicle.maxCharge());
  }

  private static VehicleDemand copy(
      VehicleDemand vehicle, Interval connected, Energy capacity, Energy target, Power maxCharge) {
    return new VehicleDemand(
        vehicle.session(),
        vehicle.evse(),
        vehicle.circuit(),
        vehicle.phases(),
        connected,
        vehicle.stored(),
        capacity,
        target,
        vehicle.minimumAtDeparture(),
        vehicle.floor(),
        maxCharge,
        vehicle.maxDischarge(),
        vehicle.chargeEfficiency(),
        vehicle.dischargeEfficiency(),
        vehicle.weight(),
        vehicle.essential().min(target),
        vehicle.latePrice(),
        vehicle.wear(),
        vehicle.traits(),
        vehicle.expected());
  }
}
