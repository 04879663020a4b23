package energy.setpoint.ocpp.v21.wire;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What holds from one second of a schedule until the next period. */
public record ChargingSchedulePeriodType(
    int startPeriod,
    Optional<BigDecimal> limit,
    Optional<BigDecimal> limit_L2,
    Optional<BigDecimal> limit_L3,
    @Range(min = 0, max = 3) Optional<Integer> numberPhases,
    @Range(min = 0, max = 3) Optional<Integer> phaseToUse,
    @Range(max = 0) Optional<BigDecimal> dischargeLimit,
    @Range(max = 0) Optional<BigDecimal> dischargeLimit_L2,
    @Range(max = 0) Optional<BigDecimal> dischargeLimit_L3,
    Optional<BigDecimal> setpoint,
    Optional<BigDecimal> setpoint_L2,
    Optional<BigDecimal> setpoint_L3,
    Optional<BigDecimal> setpointReactive,
    Optional<BigDecimal> setpointReactive_L2,
    Optional<BigDecimal> setpointReactive_L3,
    Optional<Boolean> preconditioningRequest,
    Optional<Boolean> evseSleep,
    Optional<BigDecimal> v2xBaseline,
    Optional<OperationMode> operationMode,
    @Items(min = 1, max = 20) Optional<List<V2XFreqWattPointType>> v2xFreqWattCurve,
    @Items(min = 1, max = 20) Optional<List<V2XSignalWattPointType>> v2xSignalWattCurve) {

  /** One limit from the start of the schedule; it holds per phase when it is in amperes. */
  public static ChargingSchedulePeriodType ofLimit(BigDecimal limit) {
    return new ChargingSchedulePeriodType(
        0,
        Optional.of(limit),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
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
