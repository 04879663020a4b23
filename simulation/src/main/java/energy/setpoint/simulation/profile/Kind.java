package energy.setpoint.simulation.profile;

/** From when the periods of a schedule count. */
public enum Kind {
  /** From a fixed moment. */
  ABSOLUTE,
  /** From a fixed moment, again every day. */
  DAILY,
  /** From a fixed moment, again every week. */
  WEEKLY,
  /** From the start of the transaction. */
  RELATIVE,
  /** From the last update, which may come at any time (2.1, K28). */
  DYNAMIC
}
