package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.util.Optional;

/** A station wants to open a stream of monitored values. */
public record OpenPeriodicEventStream(ConstantStreamDataType constantStreamData) {

  /** The answer. */
  public record Response(GenericStatus status, Optional<StatusInfoType> statusInfo) {}

  /** Part of {@link OpenPeriodicEventStream}. */
  public record ConstantStreamDataType(
      @Range(min = 0) int id,
      PeriodicEventStreamParamsType params,
      @Range(min = 0) int variableMonitoringId) {}

  /** Part of {@link OpenPeriodicEventStream}. */
  public record PeriodicEventStreamParamsType(
      @Range(min = 0) Optional<Integer> interval, @Range(min = 0) Optional<Integer> values) {}
}
