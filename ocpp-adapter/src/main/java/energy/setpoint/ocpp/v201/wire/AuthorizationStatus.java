package energy.setpoint.ocpp.v201.wire;

/** What became of an identification. */
public enum AuthorizationStatus {
  Accepted,
  Blocked,
  ConcurrentTx,
  Expired,
  Invalid,
  NoCredit,
  NotAllowedTypeEVSE,
  NotAtThisLocation,
  NotAtThisTime,
  Unknown
}
