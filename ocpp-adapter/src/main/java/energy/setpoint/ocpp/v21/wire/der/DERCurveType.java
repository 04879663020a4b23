package energy.setpoint.ocpp.v21.wire.der;

import energy.setpoint.ocpp.payload.Items;
import energy.setpoint.ocpp.payload.OneOf;
import energy.setpoint.ocpp.payload.Range;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A curve; times in seconds. */
public record DERCurveType(
    @Range(min = 0) int priority,
    DERUnitEnum yUnit,
    Optional<BigDecimal> responseTime,
    Optional<Instant> startTime,
    Optional<BigDecimal> duration,
    Optional<HysteresisType> hysteresis,
    Optional<VoltageParamsType> voltageParams,
    Optional<ReactivePowerParamsType> reactivePowerParams,
    @Items(min = 1, max = 10) List<DERCurvePointsType> curveData) {

  /** Part of {@link DERCurveType}. */
  public record DERCurvePointsType(BigDecimal x, BigDecimal y) {}

  /** Part of {@link DERCurveType}. */
  public record HysteresisType(
      Optional<BigDecimal> hysteresisHigh,
      Optional<BigDecimal> hysteresisLow,
      Optional<BigDecimal> hysteresisDelay,
      Optional<BigDecimal> hysteresisGradient) {}

  /** Part of {@link DERCurveType}. */
  public record VoltageParamsType(
      Optional<BigDecimal> hv10MinMeanValue,
      Optional<BigDecimal> hv10MinMeanTripDelay,
      @OneOf({"Active", "Reactive"}) Optional<String> powerDuringCessation) {}

  /** Part of {@link DERCurveType}. */
  public record ReactivePowerParamsType(
      Optional<BigDecimal> vRef,
      Optional<Boolean> autonomousVRefEnable,
      Optional<BigDecimal> autonomousVRefTimeConstant) {}
}
