package energy.setpoint.core.guard;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import java.util.List;

/**
 * What one device would like to draw, in the direction that is being shared out (taking or feeding
 * back), all at least 0 A per phase.
 *
 * @param phases the grid phases that it loads alike
 * @param reserved counted against every limit whether it is used or not, because the device may
 *     fall back to it without asking
 * @param minimum a share below this is no use and becomes 0
 * @param wanted the most that it is given
 * @param step shares are whole multiples of it, apart from the minimum; above 0 A
 * @param obeys false when it may go on with what is reserved whatever it is told, so that the
 *     reserve is never given up
 * @param urgency when not everybody can have the minimum, the least urgent goes without
 * @param weight above 0; one of twice the weight gets twice the share under a full limit
 */
public record Ask(
    ControlPoint point,
    CircuitId circuit,
    List<Phase> phases,
    Current reserved,
    Current minimum,
    Current wanted,
    Current step,
    boolean obeys,
    double urgency,
    double weight) {

  /** As finely as every station can be told. */
  public static final Current FINEST_STEP = Current.ofMilliamps(100);

  public Ask {
    phases = List.copyOf(phases);
    if (reserved.isNegative() || minimum.isNegative() || wanted.isNegative()) {
      throw new IllegalArgumentException(
          "An ask takes currents of at least 0 A, but " + point + " has a negative one.");
    }
    if (step.milliamps() <= 0 || !(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          point + " asks in steps of " + step + " with weight " + weight + "; both are above 0.");
    }
  }

  /** An ask as heavy as any other, in the finest steps. */
  public Ask(
      ControlPoint point,
      CircuitId circuit,
      List<Phase> phases,
      Current reserved,
      Current minimum,
      Current wanted,
      boolean obeys,
      double urgency) {
    this(point, circuit, phases, reserved, minimum, wanted, FINEST_STEP, obeys, urgency, 1);
  }

  /**
   * The same for a device that makes no use of more than this; it keeps what it needs to charge.
   */
  public Ask withAtMost(Current use) {
    Current most = wanted.min(use.max(minimum));
    return new Ask(point, circuit, phases, reserved, minimum, most, step, obeys, urgency, weight);
  }
}
