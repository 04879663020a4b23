package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Length;
import energy.setpoint.ocpp.payload.Range;
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
    Optional<LimitAtSoCType> limitAtSoC,
    Optional<Instant> startSchedule,
    Optional<Integer> duration,
    Optional<BigDecimal> minChargingRate,
    Optional<BigDecimal> powerTolerance,
    @Range(min = 0) Optional<Integer> signatureId,
    @Length(88) Optional<String> digestValue,
    Optional<Boolean> useLocalTime,
    @Range(min = 0) Optional<Integer> randomizedDelay,
    Optional<ObjectNode> salesTariff,
    Optional<ObjectNode> absolutePriceSchedule,
    Optional<ObjectNode> priceLevelSchedule) {

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
        Optional.empty(),
        Optional.of(start),
        duration,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** One period of a Dynamic profile, in force from when it arrives (K28.FR.02). */
  public static ChargingScheduleType ofNow(
      int id, ChargingRateUnit unit, ChargingSchedulePeriodType period, int duration) {
    return new ChargingScheduleType(
        id,
        unit,
        List.of(period),
        Optional.empty(),
        Optional.empty(),
        Optional.of(duration),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
