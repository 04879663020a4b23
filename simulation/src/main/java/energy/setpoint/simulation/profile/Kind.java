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
  /** Updated by the server while it runs (2.1); not supported here. */
  DYNAMIC
}
