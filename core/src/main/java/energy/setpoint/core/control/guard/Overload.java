package energy.setpoint.core.control.guard;

import energy.setpoint.core.quantity.Current;

/**
 * A limit that would be exceeded.
 *
 * @param limit for people, such as {@code fuse main L2} or {@code grid import}
 * @param wouldCarry in all; the sum of three phases for a limit on them together
 * @param most that it may carry, counted alike
 */
public record Overload(String limit, Current wouldCarry, Current most) {

  @Override
  public String toString() {
    return limit + " would carry " + wouldCarry + " where " + most + " are allowed";
  }
}
