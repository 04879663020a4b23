package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Range;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks for what a station makes of all profiles together. */
public record GetCompositeSchedule(
    int duration, Optional<ChargingRateUnit> chargingRateUnit, @Range(min = 0) int evseId) {

  /** The answer. */
  public record Response(
      GenericStatus status,
      Optional<StatusInfoType> statusInfo,
      Optional<CompositeScheduleType> schedule) {}

  /** Part of {@link GetCompositeSchedule}. */
  public record CompositeScheduleType(
      @Items(min = 1) List<ChargingSchedulePeriodType> chargingSchedulePeriod,
      @Range(min = 0) int evseId,
      int duration,
      Instant scheduleStart,
      ChargingRateUnit chargingRateUnit) {}
}
