package energy.setpoint.ocpp.v21.wire;

/** Accepted or not. */
public enum GenericStatus {
  Accepted,
  Rejected
}
