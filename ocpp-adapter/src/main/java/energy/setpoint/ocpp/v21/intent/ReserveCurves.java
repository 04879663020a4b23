package energy.setpoint.ocpp.v21.intent;

import energy.setpoint.core.intent.Ceiling;
import energy.setpoint.core.intent.OperatingMode.CurvePoint;
import energy.setpoint.core.intent.OperatingMode.LocalFrequency;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.v21.wire.V2XFreqWattPointType;
import energy.setpoint.ocpp.v21.wire.V2XSignalWattPointType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A response to the frequency, and one to signals, whose sum never asks for more than the ceiling:
 * no limit may stand beside them that would hold it (Q08.FR.01).
 *
 * <p>On AC the sum of all phases is asked for, and a vehicle on one phase puts it all there; so the
 * ceiling is the power of one phase. What lies above is cut off.
 */
record ReserveCurves(
    BigDecimal baseline,
    List<V2XFreqWattPointType> frequency,
    List<V2XSignalWattPointType> signal,
    List<String> losses) {

  static ReserveCurves of(LocalFrequency mode, Ceiling ceiling, StationTraits traits) {
    Power most =
        traits.directCurrent() ? ceiling.power() : ceiling.perPhase().at(ceiling.voltage(), 1);
    Power baseline = mode.baseline().min(most);
    Power room = most.minus(baseline);
    List<CurvePoint> reserve = cut(mode.reserve(), room);
    List<CurvePoint> response = cut(mode.response(), room.minus(highest(reserve)));
    boolean whole =
        baseline.equals(mode.baseline())
            && reserve.equals(mode.reserve())
            && response.equals(mode.response());
    String loss =
        "What the curves ask for above %s is cut off, for no limit may stand beside them.";
    return new ReserveCurves(
        watts(baseline),
        response.stream().map(ReserveCurves::ofFrequency).toList(),
        reserve.stream().map(ReserveCurves::ofSignal).toList(),
        whole ? List.of() : List.of(loss.formatted(most)));
  }

  private static List<CurvePoint> cut(List<CurvePoint> curve, Power most) {
    return curve.stream()
        .map(point -> new CurvePoint(point.at(), point.power().min(most)))
        .toList();
  }

  private static Power highest(List<CurvePoint> curve) {
    return curve.stream().map(CurvePoint::power).reduce(Power.ZERO, Power::max);
  }

  private static V2XFreqWattPointType ofFrequency(CurvePoint point) {
    return new V2XFreqWattPointType(BigDecimal.valueOf(point.at()), watts(point.power()));
  }

  private static V2XSignalWattPointType ofSignal(CurvePoint point) {
    return new V2XSignalWattPointType((int) point.at(), watts(point.power()));
  }

  /** Towards feeding back, so that rounding adds nothing to the ceiling. */
  private static BigDecimal watts(Power power) {
    BigDecimal rounded = BigDecimal.valueOf(power.watts()).setScale(1, RoundingMode.FLOOR);
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
  }
}
