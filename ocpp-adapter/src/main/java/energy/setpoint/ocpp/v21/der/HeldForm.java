package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.der.DerSetting.Flow;
import energy.setpoint.core.der.HeldControl;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.v21.wire.der.DERControlEnum;
import energy.setpoint.ocpp.v21.wire.der.DERCurveType;
import energy.setpoint.ocpp.v21.wire.der.EnterServiceType;
import energy.setpoint.ocpp.v21.wire.der.FixedPFType;
import energy.setpoint.ocpp.v21.wire.der.FixedVarType;
import energy.setpoint.ocpp.v21.wire.der.FreqDroopType;
import energy.setpoint.ocpp.v21.wire.der.GradientType;
import energy.setpoint.ocpp.v21.wire.der.LimitMaxDischargeType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A control that a station reports, whatever its values: those that make no sense leave its
 * contents out, but not the control.
 *
 * @param type as the station names it
 */
record HeldForm(String id, DERControlEnum type, boolean isDefault, boolean isSuperseded) {

  HeldControl curve(DERCurveType wire) {
    return held(
        wire.priority(),
        wire.startTime(),
        wire.duration(),
        () -> new DerSetting.Curve(DerWords.type(type), CurveForm.read(wire)));
  }

  HeldControl enterService(EnterServiceType wire) {
    return held(
        wire.priority(),
        Optional.empty(),
        Optional.empty(),
        () ->
            new DerSetting.EnterService(
                wire.highVoltage().doubleValue(),
                wire.lowVoltage().doubleValue(),
                wire.highFreq().doubleValue(),
                wire.lowFreq().doubleValue(),
                wire.delay().map(Decimals::duration),
                wire.randomDelay().map(Decimals::duration),
                wire.rampRate().map(Decimals::duration)));
  }

  HeldControl powerFactor(FixedPFType wire, Flow flow) {
    return held(
        wire.priority(),
        wire.startTime(),
        wire.duration(),
        () ->
            new DerSetting.FixedPowerFactor(
                flow, wire.displacement().doubleValue(), wire.excitation()));
  }

  HeldControl fixedVar(FixedVarType wire) {
    return held(
        wire.priority(),
        wire.startTime(),
        wire.duration(),
        () -> new DerSetting.FixedVar(wire.setpoint().doubleValue(), DerWords.unit(wire.unit())));
  }

  HeldControl droop(FreqDroopType wire) {
    return held(
        wire.priority(),
        wire.startTime(),
        wire.duration(),
        () ->
            new DerSetting.FrequencyDroop(
                wire.overFreq().doubleValue(),
                wire.underFreq().doubleValue(),
                wire.overDroop().doubleValue(),
                wire.underDroop().doubleValue(),
                Decimals.duration(wire.responseTime())));
  }

  HeldControl gradients(GradientType wire) {
    return held(
        wire.priority(),
        Optional.empty(),
        Optional.empty(),
        () ->
            new DerSetting.Gradients(
                Decimals.duration(wire.gradient()), Decimals.duration(wire.softGradient())));
  }

  HeldControl limit(LimitMaxDischargeType wire) {
    return held(
        wire.priority(),
        wire.startTime(),
        wire.duration(),
        () ->
            new DerSetting.LimitMaxDischarge(
                Decimals.number(wire.pctMaxDischargePower()),
                wire.powerMonitoringMustTrip().map(CurveForm::read)));
  }

  private HeldControl held(
      int priority,
      Optional<Instant> start,
      Optional<BigDecimal> duration,
      Supplier<DerSetting> setting) {
    return new HeldControl(
        id,
        DerWords.type(type),
        isDefault,
        isSuperseded,
        priority,
        understand(priority, start, duration, setting));
  }

  /** A default has no times, and a scheduled control has both (R04.FR.12). */
  private Optional<DerControl> understand(
      int priority,
      Optional<Instant> start,
      Optional<BigDecimal> duration,
      Supplier<DerSetting> setting) {
    if (start.isPresent() == isDefault || duration.isPresent() == isDefault) {
      return Optional.empty();
    }
    try {
      Optional<Interval> scheduled =
          start.flatMap(at -> duration.map(seconds -> Interval.of(at, Decimals.duration(seconds))));
      return Optional.of(new DerControl(id, priority, scheduled, setting.get()));
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
