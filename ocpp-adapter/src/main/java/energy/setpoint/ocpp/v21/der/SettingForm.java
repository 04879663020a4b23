package energy.setpoint.ocpp.v21.der;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.der.DerSetting.FixedPowerFactor;
import energy.setpoint.core.der.DerSetting.Flow;
import energy.setpoint.core.time.Interval;
import energy.setpoint.ocpp.v21.wire.der.EnterServiceType;
import energy.setpoint.ocpp.v21.wire.der.FixedPFType;
import energy.setpoint.ocpp.v21.wire.der.FixedVarType;
import energy.setpoint.ocpp.v21.wire.der.FreqDroopType;
import energy.setpoint.ocpp.v21.wire.der.GradientType;
import energy.setpoint.ocpp.v21.wire.der.LimitMaxDischargeType;
import energy.setpoint.ocpp.v21.wire.der.SetDERControl;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Settings on the wire: each kind of control has a field of its own (R04.FR.16). */
final class SettingForm {

  private final DerControl control;
  private final Optional<Instant> start;
  private final Optional<BigDecimal> duration;

  private SettingForm(DerControl control) {
    this.control = control;
    this.start = control.scheduled().map(Interval::start);
    this.duration = control.scheduled().map(Interval::length).map(Decimals::seconds);
  }

  static SetDERControl write(DerControl control) {
    return new SettingForm(control).write();
  }

  private SetDERControl write() {
    DerSetting setting = control.setting();
    return new SetDERControl(
        control.isDefault(),
        control.id(),
        DerWords.of(setting.type()),
        find(setting, DerSetting.Curve.class)
            .map(it -> CurveForm.write(it.curve(), control.priority(), control.scheduled())),
        find(setting, DerSetting.EnterService.class).map(this::enterService),
        powerFactor(setting, Flow.ABSORB),
        powerFactor(setting, Flow.INJECT),
        find(setting, DerSetting.FixedVar.class).map(this::fixedVar),
        find(setting, DerSetting.FrequencyDroop.class).map(this::droop),
        find(setting, DerSetting.Gradients.class).map(this::gradients),
        find(setting, DerSetting.LimitMaxDischarge.class).map(this::limit));
  }

  private static <T extends DerSetting> Optional<T> find(DerSetting setting, Class<T> kind) {
    return Optional.of(setting).filter(kind::isInstance).map(kind::cast);
  }

  private EnterServiceType enterService(DerSetting.EnterService enter) {
    return new EnterServiceType(
        control.priority(),
        Decimals.of(enter.highVoltage()),
        Decimals.of(enter.lowVoltage()),
        Decimals.of(enter.highFrequency()),
        Decimals.of(enter.lowFrequency()),
        enter.delay().map(Decimals::seconds),
        enter.randomDelay().map(Decimals::seconds),
        enter.ramp().map(Decimals::seconds));
  }

  private Optional<FixedPFType> powerFactor(DerSetting setting, Flow flow) {
    return find(setting, FixedPowerFactor.class)
        .filter(fixed -> fixed.flow() == flow)
        .map(fixed ->
            new FixedPFType(
                control.priority(),
                Decimals.of(fixed.displacement()),
                fixed.underExcited(),
                start,
                duration));
  }

  private FixedVarType fixedVar(DerSetting.FixedVar fixed) {
    return new FixedVarType(
        control.priority(),
        Decimals.of(fixed.percent()),
        DerWords.of(fixed.unit()),
        start,
        duration);
  }

  private FreqDroopType droop(DerSetting.FrequencyDroop droop) {
    return new FreqDroopType(
        control.priority(),
        Decimals.of(droop.overFrequency()),
        Decimals.of(droop.underFrequency()),
        Decimals.of(droop.overDroop()),
        Decimals.of(droop.underDroop()),
        Decimals.seconds(droop.responseTime()),
        start,
        duration);
  }

  private GradientType gradients(DerSetting.Gradients gradients) {
    return new GradientType(
        control.priority(),
        Decimals.seconds(gradients.usual()),
        Decimals.seconds(gradients.softStart()));
  }

  private LimitMaxDischargeType limit(DerSetting.LimitMaxDischarge limit) {
    return new LimitMaxDischargeType(
        control.priority(),
        Decimals.of(limit.percent()),
        limit
            .powerMonitoring()
            .map(curve -> CurveForm.write(curve, control.priority(), Optional.empty())),
        start,
        duration);
  }
}
