package energy.setpoint.app.web.grid;

import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.time.Interval;
import java.util.Optional;

/** Turns DER controls into documents. */
final class DerControlWriter {

  private DerControlWriter() {}

  static DerControlDocument write(DerControl control) {
    DerSetting setting = control.setting();
    return new DerControlDocument(
        Optional.of(control.id()),
        Optional.of(control.type()),
        Optional.of(control.priority()),
        control.scheduled().map(Interval::start),
        control.scheduled().map(Interval::length).map(Numbers::seconds),
        find(setting, DerSetting.Curve.class).map(it -> DerCurveDocument.of(it.curve())),
        find(setting, DerSetting.FixedPowerFactor.class).map(DerControlWriter::powerFactor),
        find(setting, DerSetting.FixedVar.class).map(DerControlWriter::fixedVar),
        find(setting, DerSetting.LimitMaxDischarge.class).map(DerControlWriter::maxDischarge),
        find(setting, DerSetting.EnterService.class).map(DerControlWriter::enterService),
        find(setting, DerSetting.FrequencyDroop.class).map(DerControlWriter::droop),
        find(setting, DerSetting.Gradients.class).map(DerControlWriter::gradients));
  }

  private static <T extends DerSetting> Optional<T> find(DerSetting setting, Class<T> kind) {
    return Optional.of(setting).filter(kind::isInstance).map(kind::cast);
  }

  private static DerControlDocument.PowerFactor powerFactor(DerSetting.FixedPowerFactor it) {
    return new DerControlDocument.PowerFactor(
        Optional.of(it.displacement()), Optional.of(it.underExcited()));
  }

  private static DerControlDocument.FixedVar fixedVar(DerSetting.FixedVar it) {
    return new DerControlDocument.FixedVar(Optional.of(it.percent()), Optional.of(it.unit()));
  }

  private static DerControlDocument.MaxDischarge maxDischarge(DerSetting.LimitMaxDischarge it) {
    return new DerControlDocument.MaxDischarge(
        Numbers.boxed(it.percent()), it.powerMonitoring().map(DerCurveDocument::of));
  }

  private static DerControlDocument.EnterService enterService(DerSetting.EnterService it) {
    return new DerControlDocument.EnterService(
        Optional.of(it.highVoltage()),
        Optional.of(it.lowVoltage()),
        Optional.of(it.highFrequency()),
        Optional.of(it.lowFrequency()),
        it.delay().map(Numbers::seconds),
        it.randomDelay().map(Numbers::seconds),
        it.ramp().map(Numbers::seconds));
  }

  private static DerControlDocument.Droop droop(DerSetting.FrequencyDroop it) {
    return new DerControlDocument.Droop(
        Optional.of(it.overFrequency()),
        Optional.of(it.underFrequency()),
        Optional.of(it.overDroop()),
        Optional.of(it.underDroop()),
        Optional.of(Numbers.seconds(it.responseTime())));
  }

  private static DerControlDocument.Ramps gradients(DerSetting.Gradients it) {
    return new DerControlDocument.Ramps(
        Optional.of(Numbers.seconds(it.usual())), Optional.of(Numbers.seconds(it.softStart())));
  }
}
