package energy.setpoint.ocpp.v21.wire.der;

/** What became of a request about DER controls. */
public enum DERControlStatus {
  Accepted,
  Rejected,
  NotSupported,
  NotFound
}
