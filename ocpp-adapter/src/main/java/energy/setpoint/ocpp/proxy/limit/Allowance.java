package energy.setpoint.ocpp.proxy.limit;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.quantity.Current;

/**
 * What profiles allow somewhere.
 *
 * @param perPhase on the grid side
 * @param phases over which it may flow, 1 to 3
 */
public record Allowance(Current perPhase, int phases) {

  /** Far more than any EVSE. */
  private static final Current MOST = Current.ofAmps(10_000);

  public static final Allowance ANYTHING = new Allowance(MOST, 3);

  static final Allowance NOTHING = new Allowance(Current.ZERO, 3);

  public Allowance min(Allowance other) {
    return new Allowance(perPhase.min(other.perPhase), Math.min(phases, other.phases));
  }

  public Allowance sharedBy(int evses) {
    return new Allowance(Current.ofMilliamps(perPhase.milliamps() / evses), phases);
  }

  public Allowance atMost(Current current) {
    return new Allowance(perPhase.min(current), phases);
  }

  /** What is wanted, or less. */
  public Ceiling above(Ceiling wanted) {
    return new Ceiling(
        wanted.perPhase().min(perPhase), Math.min(wanted.phases(), phases), wanted.voltage());
  }
}
