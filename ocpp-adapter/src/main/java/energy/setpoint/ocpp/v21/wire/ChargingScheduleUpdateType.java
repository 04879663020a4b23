package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.util.Optional;

/** New values for the only period of a Dynamic profile, in the unit of its schedule. */
public record ChargingScheduleUpdateType(
    Optional<BigDecimal> limit,
    Optional<BigDecimal> limit_L2,
    Optional<BigDecimal> limit_L3,
    @Range(max = 0) Optional<BigDecimal> dischargeLimit,
    @Range(max = 0) Optional<BigDecimal> dischargeLimit_L2,
    @Range(max = 0) Optional<BigDecimal> dischargeLimit_L3,
    Optional<BigDecimal> setpoint,
    Optional<BigDecimal> setpoint_L2,
    Optional<BigDecimal> setpoint_L3,
    Optional<BigDecimal> setpointReactive,
    Optional<BigDecimal> setpointReactive_L2,
    Optional<BigDecimal> setpointReactive_L3) {

  /** What changes in a period that is updated. */
  public static ChargingScheduleUpdateType of(ChargingSchedulePeriodType period) {
    return new ChargingScheduleUpdateType(
        period.limit(),
        period.limit_L2(),
        period.limit_L3(),
        period.dischargeLimit(),
        period.dischargeLimit_L2(),
        period.dischargeLimit_L3(),
        period.setpoint(),
        period.setpoint_L2(),
        period.setpoint_L3(),
        period.setpointReactive(),
        period.setpointReactive_L2(),
        period.setpointReactive_L3());
  }
}
