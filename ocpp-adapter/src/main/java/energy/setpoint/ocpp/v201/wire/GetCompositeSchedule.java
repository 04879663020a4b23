package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks for what a station makes of all profiles together. */
public record GetCompositeSchedule(
    int duration, Optional<ChargingRateUnit> chargingRateUnit, int evseId) {

  /** The answer. */
  public record Response(
      GenericStatus status,
      Optional<StatusInfoType> statusInfo,
      Optional<CompositeScheduleType> schedule) {}

  /** Part of {@link GetCompositeSchedule}. */
  public record CompositeScheduleType(
      @Items(min = 1) List<ChargingSchedulePeriodType> chargingSchedulePeriod,
      int evseId,
      int duration,
      Instant scheduleStart,
      ChargingRateUnit chargingRateUnit) {}
}
