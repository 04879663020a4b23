package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.plan.part.VehicleDemand;
import java.util.Comparator;

/**
 * A vehicle that is connected in a step and still misses energy.
 *
 * @param index in the problem
 * @param missingWh in the battery, above 0
 * @param mostWatts that it can take in this step, as a mean over the step, without regard to fuses
 * @param hoursLeft from the beginning of the step to its departure
 */
record Waiting(
    int index, VehicleDemand demand, double missingWh, double mostWatts, double hoursLeft) {

  static final Comparator<Waiting> BY_ARRIVAL =
      Comparator.comparing((Waiting w) -> w.demand().connected().start())
          .thenComparing(w -> w.demand().evse().toString());

  static final Comparator<Waiting> BY_DEPARTURE =
      Comparator.comparing((Waiting w) -> w.demand().connected().end()).thenComparing(BY_ARRIVAL);

  static final Comparator<Waiting> BY_LAXITY =
      Comparator.comparingDouble(Waiting::laxityHours).thenComparing(BY_DEPARTURE);

  /** Hours to spare if it charged at full power from now on; negative when it cannot be full. */
  double laxityHours() {
    double fullWatts = demand.maxCharge().watts() * demand.chargeEfficiency();
    return fullWatts > 0 ? hoursLeft - missingWh / fullWatts : hoursLeft;
  }
}
