package energy.setpoint.ocpp.overheard;

/** What a profile of the CSMS limits, as far as it can be combined with our limits. */
public enum Purpose {
  /** The station as a whole; the station itself takes the minimum of it and all others. */
  STATION,
  /** Every transaction without a profile of its own. */
  ANY_TRANSACTION,
  /** One transaction. */
  TRANSACTION
}
