package energy.setpoint.core.quantity;

import java.util.Collection;
import java.util.function.BinaryOperator;

/** One current for each phase of the grid connection. */
public record PhaseCurrents(Current l1, Current l2, Current l3) {

  public static final PhaseCurrents ZERO = balanced(Current.ZERO);

  /** The same current on all three phases. */
  public static PhaseCurrents balanced(Current each) {
    return new PhaseCurrents(each, each, each);
  }

  public static PhaseCurrents ofAmps(double l1, double l2, double l3) {
    return new PhaseCurrents(Current.ofAmps(l1), Current.ofAmps(l2), Current.ofAmps(l3));
  }

  /** A current on some phases and none on the others. */
  public static PhaseCurrents on(Collection<Phase> phases, Current each) {
    return new PhaseCurrents(
        phases.contains(Phase.L1) ? each : Current.ZERO,
        phases.contains(Phase.L2) ? each : Current.ZERO,
        phases.contains(Phase.L3) ? each : Current.ZERO);
  }

  public Current on(Phase phase) {
    return switch (phase) {
      case L1 -> l1;
      case L2 -> l2;
      case L3 -> l3;
    };
  }

  public PhaseCurrents plus(PhaseCurrents other) {
    return combine(other, Current::plus);
  }

  public PhaseCurrents minus(PhaseCurrents other) {
    return combine(other, Current::minus);
  }

  public PhaseCurrents min(PhaseCurrents other) {
    return combine(other, Current::min);
  }

  public PhaseCurrents max(PhaseCurrents other) {
    return combine(other, Current::max);
  }

  public PhaseCurrents negated() {
    return ZERO.minus(this);
  }

  /** The largest of the three. */
  public Current largest() {
    return l1.max(l2).max(l3);
  }

  /** The smallest of the three. */
  public Current smallest() {
    return l1.min(l2).min(l3);
  }

  /** True when no phase carries more than the same phase of the other. */
  public boolean fitsWithin(PhaseCurrents limit) {
    return !l1.isMoreThan(limit.l1) && !l2.isMoreThan(limit.l2) && !l3.isMoreThan(limit.l3);
  }

  /** The power of all phases together at unity power factor. */
  public Power at(Voltage voltage) {
    return l1.at(voltage, 1).plus(l2.at(voltage, 1)).plus(l3.at(voltage, 1));
  }

  private PhaseCurrents combine(PhaseCurrents other, BinaryOperator<Current> operation) {
    return new PhaseCurrents(
        operation.apply(l1, other.l1),
        operation.apply(l2, other.l2),
        operation.apply(l3, other.l3));
  }

  @Override
  public String toString() {
    return l1.amps() + "/" + l2.amps() + "/" + l3.amps() + " A";
  }
}
