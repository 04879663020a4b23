package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** Asks for a part of the device model, which comes as {@link NotifyReport}. */
public record GetReport(
    int requestId,
    @Items(min = 1) Optional<List<ComponentVariableType>> componentVariable,
    @Items(min = 1, max = 4) @OneOf({"Active", "Available", "Enabled", "Problem"})
        Optional<List<String>> componentCriteria) {

  /** The answer. */
  public record Response(GenericDeviceModelStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link GetReport}. */
  public record ComponentVariableType(ComponentType component, Optional<VariableType> variable) {}
}
