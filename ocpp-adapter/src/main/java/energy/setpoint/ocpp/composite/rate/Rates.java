package energy.setpoint.ocpp.composite.rate;

import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * At most so much in, at most so much out, and perhaps a target in between.
 *
 * @param charge the most that may flow in; unlimited when nobody says
 * @param discharge the most that may flow out, as a magnitude; unlimited when nobody says
 * @param setpoint the target, negative to discharge
 * @param reactive the target of reactive power
 */
record Rates(Flow charge, Flow discharge, Optional<Flow> setpoint, Optional<Flow> reactive) {

  /** Where nobody says anything. */
  static final Rates OPEN = limits(Flow.UNLIMITED, Flow.UNLIMITED);

  static Rates limits(Flow charge, Flow discharge) {
    return new Rates(charge, discharge, Optional.empty(), Optional.empty());
  }

  Rates withCharge(Flow other) {
    return new Rates(other, discharge, setpoint, reactive);
  }

  Rates withTargets(Rates other) {
    return new Rates(charge, discharge, other.setpoint, other.reactive);
  }

  boolean hasTargets() {
    return setpoint.isPresent() || reactive.isPresent();
  }

  /** Under the limits of another one, whose targets do not count here (2.1 K08.FR.04). */
  Rates under(Rates ceiling) {
    return new Rates(
        charge.min(ceiling.charge), discharge.min(ceiling.discharge), setpoint, reactive);
  }

  /** What is certain when this or the other one holds, and nobody knows which. */
  Rates or(Rates other) {
    return new Rates(
        charge.min(other.charge),
        discharge.min(other.discharge),
        both(setpoint, other.setpoint, Flow::gentler),
        both(reactive, other.reactive, Flow::gentler));
  }

  /** Of two devices on the same wires; a target of both only when each has one. */
  Rates beside(Rates other) {
    return new Rates(
        charge.plus(other.charge),
        discharge.plus(other.discharge),
        both(setpoint, other.setpoint, Flow::plus),
        both(reactive, other.reactive, Flow::plus));
  }

  private static Optional<Flow> both(
      Optional<Flow> one, Optional<Flow> other, BinaryOperator<Flow> combined) {
    return one.flatMap(flow -> other.map(second -> combined.apply(flow, second)));
  }

  Rates each(UnaryOperator<Flow> change) {
    return new Rates(
        change.apply(charge), change.apply(discharge), setpoint.map(change), reactive.map(change));
  }

  /** With the target inside the limits (2.1 K08.FR.08, V2X.03, V2X.04; not for reactive power). */
  Rates withTargetInside() {
    return new Rates(
        charge,
        discharge,
        setpoint.map(target -> target.min(charge).max(discharge.negated())),
        reactive);
  }
}
