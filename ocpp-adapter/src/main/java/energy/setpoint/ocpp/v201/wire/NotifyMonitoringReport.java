package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The monitors that are set at a station. */
public record NotifyMonitoringReport(
    int requestId,
    int seqNo,
    Instant generatedAt,
    @Items(min = 1) Optional<List<MonitoringDataType>> monitor,
    Optional<Boolean> tbc) {

  /** Part of {@link NotifyMonitoringReport}. */
  public record MonitoringDataType(
      ComponentType component,
      VariableType variable,
      @Items(min = 1) List<VariableMonitoringType> variableMonitoring) {}

  /** Part of {@link NotifyMonitoringReport}. */
  public record VariableMonitoringType(
      int id,
      boolean transaction,
      BigDecimal value,
      @OneOf({"UpperThreshold", "LowerThreshold", "Delta", "Periodic", "PeriodicClockAligned"})
          String type,
      int severity) {}
}
