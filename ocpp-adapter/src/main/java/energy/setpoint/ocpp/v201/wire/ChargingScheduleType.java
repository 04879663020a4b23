package energy.setpoint.ocpp.v201.wire;

import energy.setpoint.ocpp.payload.Items;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Periods of limits in one unit. */
public record ChargingScheduleType(
    int id,
    ChargingRateUnit chargingRateUnit,
    @Items(min = 1, max = 1024) List<ChargingSchedulePeriodType> chargingSchedulePeriod,
    Optional<Instant> startSchedule,
    Optional<Integer> duration,
    Optional<BigDecimal> minChargingRate,
    Optional<ObjectNode> salesTariff) {

  /** One period. */
  public static ChargingScheduleType of(
      int id,
      ChargingRateUnit unit,
      ChargingSchedulePeriodType period,
      Instant start,
      Optional<Integer> duration) {
    return new ChargingScheduleType(
        id,
        unit,
        List.of(period),
        Optional.of(start),
        duration,
        Optional.empty(),
        Optional.empty());
  }
}
