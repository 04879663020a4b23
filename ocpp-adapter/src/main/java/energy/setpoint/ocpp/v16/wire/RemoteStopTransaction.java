package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;

/** Stops a transaction from afar. */
public record RemoteStopTransaction(int transactionId) {

  /** The answer. */
  public record Response(@OneOf({"Accepted", "Rejected"}) String status) {}
}
