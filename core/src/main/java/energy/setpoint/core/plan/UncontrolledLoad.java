package energy.setpoint.core.plan;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;

/** Expected power, per phase, of what the engine does not control on a circuit. */
public record UncontrolledLoad(CircuitId circuit, PowerCurve l1, PowerCurve l2, PowerCurve l3) {

  /**
   * @param total of all three phases
   */
  public static UncontrolledLoad balanced(CircuitId circuit, PowerCurve total) {
    PowerCurve third = PowerCurve.generate(total.grid(), step -> total.watts(step) / 3);
    return new UncontrolledLoad(circuit, third, third, third);
  }

  public PowerCurve on(Phase phase) {
    return switch (phase) {
      case L1 -> l1;
      case L2 -> l2;
      case L3 -> l3;
    };
  }

  public PowerCurve total() {
    return l1.plus(l2).plus(l3);
  }
}
