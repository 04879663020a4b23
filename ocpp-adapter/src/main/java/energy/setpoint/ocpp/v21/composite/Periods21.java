package energy.setpoint.ocpp.v21.composite;

import energy.setpoint.ocpp.composite.profile.FrequencyResponse;
import energy.setpoint.ocpp.composite.profile.OperationMode;
import energy.setpoint.ocpp.composite.profile.PhaseValues;
import energy.setpoint.ocpp.composite.profile.SchedulePeriod;
import energy.setpoint.ocpp.rpc.RpcException;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import energy.setpoint.ocpp.v21.wire.ChargingSchedulePeriodType;
import energy.setpoint.ocpp.v21.wire.V2XFreqWattPointType;
import energy.setpoint.ocpp.v21.wire.V2XSignalWattPointType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Periods of OCPP 2.1 in neutral words, and back. */
public final class Periods21 {

  private Periods21() {}

  /**
   * @param path of the period in its message, for complaints
   */
  static SchedulePeriod of(ChargingSchedulePeriodType period, String path) throws RpcException {
    return new SchedulePeriod(
        period.startPeriod(),
        values(path + ".limit", period.limit(), period.limit_L2(), period.limit_L3()),
        values(
            path + ".dischargeLimit",
            period.dischargeLimit(),
            period.dischargeLimit_L2(),
            period.dischargeLimit_L3()),
        values(path + ".setpoint", period.setpoint(), period.setpoint_L2(), period.setpoint_L3()),
        values(
            path + ".setpointReactive",
            period.setpointReactive(),
            period.setpointReactive_L2(),
            period.setpointReactive_L3()),
        period.numberPhases(),
        period.phaseToUse(),
        period.operationMode().map(Periods21::mode).orElse(OperationMode.CHARGING_ONLY),
        period.preconditioningRequest(),
        period.evseSleep(),
        new FrequencyResponse(
            period.v2xBaseline().map(BigDecimal::doubleValue),
            period.v2xFreqWattCurve().orElse(List.of()).stream()
                .map(point -> point(point.frequency(), point.power()))
                .toList(),
            period.v2xSignalWattCurve().orElse(List.of()).stream()
                .map(point -> point(BigDecimal.valueOf(point.signal()), point.power()))
                .toList()));
  }

  private static Optional<PhaseValues> values(
      String field, Optional<BigDecimal> value, Optional<BigDecimal> l2, Optional<BigDecimal> l3)
      throws RpcException {
    if (value.isEmpty() && (l2.isPresent() || l3.isPresent())) {
      throw new RpcException(
          RpcErrorCode.OCCURRENCE_CONSTRAINT_VIOLATION,
          field + " is missing beside the values of L2 and L3 (K01.FR.146, V2X.07).");
    }
    return value.map(all ->
        new PhaseValues(
            all.doubleValue(), l2.map(BigDecimal::doubleValue), l3.map(BigDecimal::doubleValue)));
  }

  private static OperationMode mode(energy.setpoint.ocpp.v21.wire.OperationMode mode) {
    return switch (mode) {
      case Idle -> OperationMode.IDLE;
      case ChargingOnly -> OperationMode.CHARGING_ONLY;
      case CentralSetpoint -> OperationMode.CENTRAL_SETPOINT;
      case ExternalSetpoint -> OperationMode.EXTERNAL_SETPOINT;
      case ExternalLimits -> OperationMode.EXTERNAL_LIMITS;
      case CentralFrequency -> OperationMode.CENTRAL_FREQUENCY;
      case LocalFrequency -> OperationMode.LOCAL_FREQUENCY;
      case LocalLoadBalancing -> OperationMode.LOCAL_LOAD_BALANCING;
    };
  }

  private static FrequencyResponse.Point point(BigDecimal at, BigDecimal watts) {
    return new FrequencyResponse.Point(at.doubleValue(), watts.doubleValue());
  }

  /** A mode is named only where it is not the default. */
  static ChargingSchedulePeriodType wire(SchedulePeriod period) {
    FrequencyResponse response = period.frequencyResponse();
    return new ChargingSchedulePeriodType(
        period.startPeriod(),
        first(period.limit()),
        other(period.limit(), PhaseValues::l2),
        other(period.limit(), PhaseValues::l3),
        period.numberPhases(),
        period.phaseToUse(),
        first(period.dischargeLimit()),
        other(period.dischargeLimit(), PhaseValues::l2),
        other(period.dischargeLimit(), PhaseValues::l3),
        first(period.setpoint()),
        other(period.setpoint(), PhaseValues::l2),
        other(period.setpoint(), PhaseValues::l3),
        first(period.setpointReactive()),
        other(period.setpointReactive(), PhaseValues::l2),
        other(period.setpointReactive(), PhaseValues::l3),
        period.preconditioningRequest(),
        period.evseSleep(),
        response.baselineWatts().map(BigDecimal::valueOf),
        Optional.of(period.operationMode())
            .filter(mode -> mode != OperationMode.CHARGING_ONLY)
            .map(mode -> energy.setpoint.ocpp.v21.wire.OperationMode.valueOf(mode.toString())),
        curve(
            response.byFrequency(),
            point ->
                new V2XFreqWattPointType(
                    BigDecimal.valueOf(point.at()), BigDecimal.valueOf(point.watts()))),
        curve(
            response.bySignal(),
            point ->
                new V2XSignalWattPointType(
                    (int) Math.round(point.at()), BigDecimal.valueOf(point.watts()))));
  }

  private static Optional<BigDecimal> first(Optional<PhaseValues> values) {
    return values.map(PhaseValues::value).map(BigDecimal::valueOf);
  }

  private static Optional<BigDecimal> other(
      Optional<PhaseValues> values, Function<PhaseValues, Optional<Double>> phase) {
    return values.flatMap(phase).map(BigDecimal::valueOf);
  }

  private static <P> Optional<List<P>> curve(
      List<FrequencyResponse.Point> points, Function<FrequencyResponse.Point, P> wire) {
    return Optional.of(points.stream().map(wire).toList()).filter(curve -> !curve.isEmpty());
  }
}
