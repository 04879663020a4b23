package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** Asks for values of the device model. */
public record GetVariables(@Items(min = 1) List<GetVariableDataType> getVariableData) {

  /** The answer, with one result for each variable that was asked for (B06.FR.01). */
  public record Response(@Items(min = 1) List<GetVariableResultType> getVariableResult) {}

  /** Part of {@link GetVariables}. */
  public record GetVariableDataType(
      ComponentType component,
      VariableType variable,
      @OneOf({"Actual", "Target", "MinSet", "MaxSet"}) Optional<String> attributeType) {}

  /** Part of {@link GetVariables}. */
  public record GetVariableResultType(
      GetVariableStatus attributeStatus,
      @OneOf({"Actual", "Target", "MinSet", "MaxSet"}) Optional<String> attributeType,
      @Length(2500) Optional<String> attributeValue,
      ComponentType component,
      VariableType variable) {}

  /** Whether a variable could be read. */
  public enum GetVariableStatus {
    Accepted,
    Rejected,
    UnknownComponent,
    UnknownVariable,
    NotSupportedAttributeType
  }
}
