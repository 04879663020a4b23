package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;

/** Restarts a station or one of its EVSEs. */
public record Reset(
    @OneOf({"Immediate", "OnIdle", "ImmediateAndResume"}) String type,
    @Range(min = 0) Optional<Integer> evseId) {

  /** The answer. */
  public record Response(
      @OneOf({"Accepted", "Rejected", "Scheduled"}) String status,
      Optional<StatusInfoType> statusInfo) {}
}
