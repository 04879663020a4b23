package energy.setpoint.core.intent;

import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.time.Interval;

/**
 * Make the running transaction of a bidirectional EVSE follow a setpoint for a while; afterwards
 * the station's fallback applies.
 *
 * @param transactionId of the running transaction
 * @param ceiling what a station that knows no setpoints is held to instead: the setpoint as far as
 *     it is positive
 * @param pace how often the setpoint will be moved
 * @param validity the lease: the setpoint ends by itself when it is not renewed
 */
public record FollowSetpoint(
    EvseRef evse,
    String transactionId,
    Setpoint setpoint,
    Ceiling ceiling,
    Pace pace,
    Interval validity)
    implements EvseIntent, LeasedIntent {

  /** A setpoint that is seldom moved. */
  public FollowSetpoint(
      EvseRef evse, String transactionId, Setpoint setpoint, Ceiling ceiling, Interval validity) {
    this(evse, transactionId, setpoint, ceiling, Pace.STEADY, validity);
  }
}
