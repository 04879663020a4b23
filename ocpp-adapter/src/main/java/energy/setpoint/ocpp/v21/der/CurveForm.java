package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerCurve;
import energy.setpoint.core.der.DerCurve.CessationPower;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.v21.wire.der.DERCurveType;
import energy.setpoint.ocpp.v21.wire.der.DERCurveType.DERCurvePointsType;
import energy.setpoint.ocpp.v21.wire.der.DERCurveType.HysteresisType;
import energy.setpoint.ocpp.v21.wire.der.DERCurveType.ReactivePowerParamsType;
import energy.setpoint.ocpp.v21.wire.der.DERCurveType.VoltageParamsType;
import java.util.Optional;

/** Curves on the wire and back. */
final class CurveForm {

  private CurveForm() {}

  static DERCurveType write(DerCurve curve, int priority, Optional<Interval> scheduled) {
    return new DERCurveType(
        priority,
        DerWords.of(curve.unit()),
        curve.responseTime().map(Decimals::seconds),
        scheduled.map(Interval::start),
        scheduled.map(Interval::length).map(Decimals::seconds),
        curve.hysteresis().map(CurveForm::write),
        curve.voltage().map(CurveForm::write),
        curve.reference().map(CurveForm::write),
        curve.points().stream()
            .map(point -> new DERCurvePointsType(Decimals.of(point.x()), Decimals.of(point.y())))
            .toList());
  }

  private static HysteresisType write(DerCurve.Hysteresis hysteresis) {
    return new HysteresisType(
        Decimals.of(hysteresis.high()),
        Decimals.of(hysteresis.low()),
        hysteresis.delay().map(Decimals::seconds),
        Decimals.of(hysteresis.percentPerSecond()));
  }

  private static VoltageParamsType write(DerCurve.VoltageParameters voltage) {
    return new VoltageParamsType(
        Decimals.of(voltage.tenMinuteMean()),
        voltage.tripDelay().map(Decimals::seconds),
        voltage
            .duringCessation()
            .map(power ->
                switch (power) {
                  case ACTIVE -> "Active";
                  case REACTIVE -> "Reactive";
                }));
  }

  private static ReactivePowerParamsType write(DerCurve.VoltageReference reference) {
    return new ReactivePowerParamsType(
        Decimals.of(reference.percent()),
        reference.autonomous(),
        reference.timeConstant().map(Decimals::seconds));
  }

  /**
   * @throws IllegalArgumentException when the values make no sense
   * @throws ArithmeticException when a time is too long for anything
   */
  static DerCurve read(DERCurveType wire) {
    return new DerCurve(
        wire.curveData().stream()
            .map(point -> new DerCurve.Point(point.x().doubleValue(), point.y().doubleValue()))
            .toList(),
        DerWords.unit(wire.yUnit()),
        wire.responseTime().map(Decimals::duration),
        wire.hysteresis().map(CurveForm::read),
        wire.voltageParams().map(CurveForm::read),
        wire.reactivePowerParams().map(CurveForm::read));
  }

  private static DerCurve.Hysteresis read(HysteresisType wire) {
    return new DerCurve.Hysteresis(
        Decimals.number(wire.hysteresisHigh()),
        Decimals.number(wire.hysteresisLow()),
        wire.hysteresisDelay().map(Decimals::duration),
        Decimals.number(wire.hysteresisGradient()));
  }

  private static DerCurve.VoltageParameters read(VoltageParamsType wire) {
    return new DerCurve.VoltageParameters(
        Decimals.number(wire.hv10MinMeanValue()),
        wire.hv10MinMeanTripDelay().map(Decimals::duration),
        wire.powerDuringCessation()
            .map(word -> word.equals("Active") ? CessationPower.ACTIVE : CessationPower.REACTIVE));
  }

  private static DerCurve.VoltageReference read(ReactivePowerParamsType wire) {
    return new DerCurve.VoltageReference(
        Decimals.number(wire.vRef()),
        wire.autonomousVRefEnable(),
        wire.autonomousVRefTimeConstant().map(Decimals::duration));
  }
}
