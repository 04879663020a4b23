package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;

/**
 * Expected power, per phase, of what the engine does not control on a circuit.
 *
 * @param quantiles how far the power of all three phases together may be off
 */
public record UncontrolledLoad(
    CircuitId circuit, PowerCurve l1, PowerCurve l2, PowerCurve l3, Quantiles quantiles) {

  public UncontrolledLoad {
    quantiles = quantiles.ofLoad();
  }

  /** A load of which only the forecast itself is known. */
  public UncontrolledLoad(CircuitId circuit, PowerCurve l1, PowerCurve l2, PowerCurve l3) {
    this(circuit, l1, l2, l3, Quantiles.UNKNOWN);
  }

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

  /** The same with how far it may be off. */
  public UncontrolledLoad with(Quantiles known) {
    return new UncontrolledLoad(circuit, l1, l2, l3, known);
  }

  /**
   * The load at a quantile; the forecast itself where none are known. What is added or taken off is
   * divided as the forecast is among the phases, evenly where that is zero.
   *
   * @param share of the cases, 0 to 1, in which there is less load
   */
  public UncontrolledLoad at(double share) {
    if (!quantiles.areKnown()) {
      return this;
    }
    PowerCurve wanted = quantiles.at(share);
    return new UncontrolledLoad(
        circuit, scaled(l1, wanted), scaled(l2, wanted), scaled(l3, wanted), quantiles);
  }

  private PowerCurve scaled(PowerCurve phase, PowerCurve wanted) {
    return PowerCurve.generate(
        phase.grid(),
        step -> {
          double all =
              Math.abs(l1.watts(step)) + Math.abs(l2.watts(step)) + Math.abs(l3.watts(step));
          double part = all > 0 ? Math.abs(phase.watts(step)) / all : 1.0 / 3;
          double sum = l1.watts(step) + l2.watts(step) + l3.watts(step);
          return phase.watts(step) + part * (wanted.watts(step) - sum);
        });
  }
}
