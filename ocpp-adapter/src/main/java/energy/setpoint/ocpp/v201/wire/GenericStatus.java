package energy.setpoint.ocpp.v201.wire;

/** Accepted or not. */
public enum GenericStatus {
  Accepted,
  Rejected
}
