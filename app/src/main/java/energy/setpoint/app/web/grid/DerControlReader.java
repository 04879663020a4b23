package energy.setpoint.app.web.grid;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument;
import energy.setpoint.core.der.DerControl;
import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerCurve;
import energy.setpoint.core.der.DerSetting;
import energy.setpoint.core.der.DerUnit;
import energy.setpoint.core.time.Interval;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Turns documents into DER controls, and tells all mistakes at once. */
final class DerControlReader {

  private final DerControlDocument document;
  private final Findings findings = Findings.ofDocument();

  private DerControlReader(DerControlDocument document) {
    this.document = document;
  }

  /**
   * @throws InvalidDocument with all mistakes
   */
  static DerControl read(DerControlDocument document) {
    return new DerControlReader(document).read();
  }

  private DerControl read() {
    if (document.id().isEmpty()) {
      findings.at("id").add("This is missing, expected a name.");
    }
    if (document.type().isEmpty()) {
      findings.at("type").add("This is missing, expected a kind of control.");
    }
    Optional<Interval> scheduled = scheduled();
    Optional<DerSetting> setting = document.type().flatMap(this::setting);
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    Optional<DerControl> control =
        setting.flatMap(it ->
            findings.attempt(() ->
                new DerControl(
                    document.id().orElse(""), document.priority().orElse(0), scheduled, it)));
    findings.throwIfAny(InvalidDocument.Kind.IMPOSSIBLE);
    return control.orElseThrow();
  }

  private Optional<Interval> scheduled() {
    if (document.start().isPresent() != document.durationSeconds().isPresent()) {
      String missing = document.start().isPresent() ? "durationSeconds" : "start";
      findings.at(missing).add("This is missing, expected both a start and a duration.");
    }
    return document
        .start()
        .flatMap(start ->
            document
                .durationSeconds()
                .flatMap(seconds ->
                    findings
                        .at("durationSeconds")
                        .attempt(() -> Interval.of(start, Numbers.duration(seconds)))));
  }

  private Optional<DerSetting> setting(DerControlType type) {
    String key = keyOf(type);
    Map<String, Optional<?>> all = settings();
    all.forEach((name, value) -> {
      if (value.isPresent() && !name.equals(key)) {
        findings.at(name).add("A control of type " + type + " has '" + key + "' instead.");
      }
    });
    if (Optional.ofNullable(all.get(key)).flatMap(value -> value).isEmpty()) {
      findings.at(key).add("This is missing, a control of type " + type + " needs it.");
      return Optional.empty();
    }
    Findings at = findings.at(key);
    int before = findings.count();
    Optional<DerSetting> setting = at.attempt(() -> settingOf(type, at)).flatMap(it -> it);
    return findings.count() == before ? setting : Optional.empty();
  }

  private Map<String, Optional<?>> settings() {
    Map<String, Optional<?>> all = new LinkedHashMap<>();
    all.put("curve", document.curve());
    all.put("powerFactor", document.powerFactor());
    all.put("fixedVar", document.fixedVar());
    all.put("maxDischarge", document.maxDischarge());
    all.put("enterService", document.enterService());
    all.put("droop", document.droop());
    all.put("gradients", document.gradients());
    return all;
  }

  private static String keyOf(DerControlType type) {
    return switch (type) {
      case FIXED_POWER_FACTOR_ABSORB, FIXED_POWER_FACTOR_INJECT -> "powerFactor";
      case FIXED_VAR -> "fixedVar";
      case LIMIT_MAX_DISCHARGE -> "maxDischarge";
      case ENTER_SERVICE -> "enterService";
      case FREQUENCY_DROOP -> "droop";
      case GRADIENTS -> "gradients";
      default -> "curve";
    };
  }

  private Optional<DerSetting> settingOf(DerControlType type, Findings at) {
    return document
        .curve()
        .flatMap(it -> it.find(at).<DerSetting>map(curve -> new DerSetting.Curve(type, curve)))
        .or(() -> document.powerFactor().map(it -> powerFactor(type, it, at)))
        .or(() -> document.fixedVar().map(it -> fixedVar(it, at)))
        .or(() -> document.maxDischarge().map(it -> maxDischarge(it, at)))
        .or(() -> document.enterService().map(it -> enterService(it, at)))
        .or(() -> document.droop().map(it -> droop(it, at)))
        .or(() -> document.gradients().map(it -> gradients(it, at)));
  }

  private static DerSetting powerFactor(
      DerControlType type, DerControlDocument.PowerFactor it, Findings at) {
    return new DerSetting.FixedPowerFactor(
        it.flow(type),
        Numbers.required(at, it.displacement(), "displacement"),
        it.underExcited().orElse(false));
  }

  private static DerSetting fixedVar(DerControlDocument.FixedVar it, Findings at) {
    return new DerSetting.FixedVar(
        Numbers.required(at, it.percent(), "percent"),
        it.unit().orElse(DerUnit.PERCENT_OF_MAX_VAR));
  }

  private static DerSetting maxDischarge(DerControlDocument.MaxDischarge it, Findings at) {
    Optional<DerCurve> monitoring =
        it.powerMonitoring().flatMap(curve -> curve.find(at.at("powerMonitoring")));
    return new DerSetting.LimitMaxDischarge(Numbers.unboxed(it.percent()), monitoring);
  }

  private static DerSetting enterService(DerControlDocument.EnterService it, Findings at) {
    return new DerSetting.EnterService(
        Numbers.required(at, it.highVoltage(), "highVoltage"),
        Numbers.required(at, it.lowVoltage(), "lowVoltage"),
        Numbers.required(at, it.highHz(), "highHz"),
        Numbers.required(at, it.lowHz(), "lowHz"),
        it.delaySeconds().map(Numbers::duration),
        it.randomDelaySeconds().map(Numbers::duration),
        it.rampSeconds().map(Numbers::duration));
  }

  private static DerSetting droop(DerControlDocument.Droop it, Findings at) {
    return new DerSetting.FrequencyDroop(
        Numbers.required(at, it.overHz(), "overHz"),
        Numbers.required(at, it.underHz(), "underHz"),
        Numbers.required(at, it.overDroop(), "overDroop"),
        Numbers.required(at, it.underDroop(), "underDroop"),
        Numbers.duration(Numbers.required(at, it.responseSeconds(), "responseSeconds")));
  }

  private static DerSetting gradients(DerControlDocument.Ramps it, Findings at) {
    return new DerSetting.Gradients(
        Numbers.duration(Numbers.required(at, it.usualSeconds(), "usualSeconds")),
        Numbers.duration(Numbers.required(at, it.softStartSeconds(), "softStartSeconds")));
  }
}
