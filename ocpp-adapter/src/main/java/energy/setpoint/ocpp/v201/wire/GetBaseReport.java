package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.OneOf;
import java.util.Optional;

/** Asks for a report of the device model, which comes as {@link NotifyReport}. */
public record GetBaseReport(
    int requestId,
    @OneOf({"ConfigurationInventory", "FullInventory", "SummaryInventory"}) String reportBase) {

  /** The answer. */
  public record Response(GenericDeviceModelStatus status, Optional<StatusInfoType> statusInfo) {}
}
