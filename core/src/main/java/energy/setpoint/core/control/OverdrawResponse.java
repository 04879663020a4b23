package energy.setpoint.core.control;

/**
 * How far the engine goes against a vehicle that goes on drawing more than its EVSE confirmed.
 * Others give way to it in every case.
 */
public enum OverdrawResponse {
  /** An operator is told. */
  ALERT,
  /** After a minute it is offered nothing, until it has kept to its limit for five minutes. */
  PAUSE,
  /** When it draws for another minute all the same, its transaction is stopped. */
  STOP
}
