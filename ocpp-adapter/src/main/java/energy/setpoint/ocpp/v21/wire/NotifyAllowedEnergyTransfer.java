package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import java.util.List;
import java.util.Optional;

/** The ways of charging that a vehicle may choose from. */
public record NotifyAllowedEnergyTransfer(
    @Length(36) String transactionId,
    @Items(min = 1) List<EnergyTransferMode> allowedEnergyTransfer) {

  /** The answer. */
  public record Response(
      NotifyAllowedEnergyTransferStatus status, Optional<StatusInfoType> statusInfo) {}

  /** In {@link NotifyAllowedEnergyTransfer}. */
  public enum NotifyAllowedEnergyTransferStatus {
    Accepted,
    Rejected
  }
}
