package energy.setpoint.ocpp.v16.wire;

import energy.setpoint.ocpp.payload.OneOf;

/** Restarts a station. */
public record Reset(@OneOf({"Hard", "Soft"}) String type) {

  /** The answer. */
  public record Response(@OneOf({"Accepted", "Rejected"}) String status) {}
}
