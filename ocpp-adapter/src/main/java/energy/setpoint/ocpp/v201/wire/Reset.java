package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Restarts a station or one of its EVSEs. */
public record Reset(@OneOf({"Immediate", "OnIdle"}) String type, Optional<Integer> evseId) {

  /** The answer. */
  public record Response(
      @OneOf({"Accepted", "Rejected", "Scheduled"}) String status,
      Optional<StatusInfoType> statusInfo) {}
}
