package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Length;
import java.util.Optional;

/** Lets a transaction charge by the PriorityCharging profile, or no longer. */
public record UsePriorityCharging(@Length(36) String transactionId, boolean activate) {

  /** The answer. */
  public record Response(PriorityChargingStatus status, Optional<StatusInfoType> statusInfo) {}

  /** In {@link UsePriorityCharging}. */
  public enum PriorityChargingStatus {
    Accepted,
    Rejected,
    NoProfile
  }
}
