package energy.setpoint.ocpp.composite.profile;

/** From when the seconds of a schedule count (2.1 part 2, K section 3.3). */
public enum ProfileKind {
  /** From its own start. */
  ABSOLUTE,
  /** From its own start, and again every day or week. */
  RECURRING,
  /** From when the EVSE could deliver energy to the transaction. */
  RELATIVE,
  /** Never: its one period holds, and a duration counts from the last update (2.1 K28.FR.13). */
  DYNAMIC
}
