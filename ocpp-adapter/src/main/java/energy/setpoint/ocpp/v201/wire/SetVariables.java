package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import java.util.List;
import java.util.Optional;

/** Changes values of the device model. */
public record SetVariables(@Items(min = 1) List<SetVariableDataType> setVariableData) {

  /** The answer, with one result for each variable (B05.FR.02). */
  public record Response(@Items(min = 1) List<SetVariableResultType> setVariableResult) {}

  /** Part of {@link SetVariables}. */
  public record SetVariableDataType(
      ComponentType component,
      VariableType variable,
      @OneOf({"Actual", "Target", "MinSet", "MaxSet"}) Optional<String> attributeType,
      @Length(1000) String attributeValue) {}

  /** Part of {@link SetVariables}. */
  public record SetVariableResultType(
      SetVariableStatus attributeStatus,
      @OneOf({"Actual", "Target", "MinSet", "MaxSet"}) Optional<String> attributeType,
      ComponentType component,
      VariableType variable) {}

  /** What a station did with a value. */
  public enum SetVariableStatus {
    Accepted,
    Rejected,
    UnknownComponent,
    UnknownVariable,
    NotSupportedAttributeType,
    RebootRequired
  }
}
