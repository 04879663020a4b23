package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A part of a station's device model. */
public record NotifyReport(
    int requestId,
    Instant generatedAt,
    @Range(min = 0) int seqNo,
    @Items(min = 1) Optional<List<ReportDataType>> reportData,
    Optional<Boolean> tbc) {

  /** Part of {@link NotifyReport}. */
  public record ReportDataType(
      ComponentType component,
      VariableType variable,
      @Items(min = 1, max = 4) List<VariableAttributeType> variableAttribute,
      Optional<VariableCharacteristicsType> variableCharacteristics) {}

  /** Part of {@link NotifyReport}. */
  public record VariableAttributeType(
      @OneOf({"Actual", "Target", "MinSet", "MaxSet"}) Optional<String> type,
      @Length(2500) Optional<String> value,
      @OneOf({"ReadOnly", "WriteOnly", "ReadWrite"}) Optional<String> mutability,
      Optional<Boolean> persistent,
      Optional<Boolean> constant) {}

  /** Part of {@link NotifyReport}. */
  public record VariableCharacteristicsType(
      @OneOf({
            "string",
            "decimal",
            "integer",
            "dateTime",
            "boolean",
            "OptionList",
            "SequenceList",
            "MemberList"
          })
          String dataType,
      boolean supportsMonitoring,
      @Length(16) Optional<String> unit,
      Optional<BigDecimal> minLimit,
      Optional<BigDecimal> maxLimit,
      @Range(min = 1) Optional<Integer> maxElements,
      @Length(1000) Optional<String> valuesList) {}
}
