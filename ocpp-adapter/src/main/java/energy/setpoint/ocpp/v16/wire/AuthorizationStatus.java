package energy.setpoint.ocpp.v16.wire;

/** What became of an identification. */
public enum AuthorizationStatus {
  Accepted,
  Blocked,
  Expired,
  Invalid,
  ConcurrentTx
}
