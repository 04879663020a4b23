package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The monitors that are set at a station. */
public record NotifyMonitoringReport(
    int requestId,
    @Range(min = 0) int seqNo,
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
      @Range(min = 0) int id,
      boolean transaction,
      BigDecimal value,
      @OneOf({
            "UpperThreshold",
            "LowerThreshold",
            "Delta",
            "Periodic",
            "PeriodicClockAligned",
            "TargetDelta",
            "TargetDeltaRelative"
          })
          String type,
      @Range(min = 0) int severity,
      @OneOf({"HardWiredNotification", "HardWiredMonitor", "PreconfiguredMonitor", "CustomMonitor"})
          String eventNotificationType) {}
}
