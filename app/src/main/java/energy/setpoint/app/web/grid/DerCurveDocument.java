package energy.setpoint.app.web.grid;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.der.DerCurve;
import energy.setpoint.core.der.DerCurve.CessationPower;
import energy.setpoint.core.der.DerUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** A curve as JSON. */
@Schema(description = "How an inverter answers to what it measures; times in seconds.")
record DerCurveDocument(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of y.")
        Optional<DerUnit> unit,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "1 to 10, x never descending.")
        List<Point> points,
    @Schema(description = "In which 90 % of a change are made; 0 for no limit.")
        Optional<Double> responseSeconds,
    @Schema(description = "How it returns to normal operation.") Optional<Hysteresis> hysteresis,
    @Schema(description = "For voltage curves only.") Optional<VoltageParameters> voltage,
    @Schema(description = "For volt-var curves only.") Optional<Reference> reference) {

  /** A corner of the curve. */
  @Schema(name = "DerCurvePoint", description = "A corner of the curve.")
  record Point(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Voltage in %, frequency in Hz, active power in %, or time in s.")
          Optional<Double> x,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In the curve's unit.")
          Optional<Double> y) {}

  /** See {@link DerCurve.Hysteresis}. */
  @Schema(name = "DerHysteresis", description = "How an inverter returns to normal operation.")
  record Hysteresis(
      Optional<Double> high,
      Optional<Double> low,
      Optional<Double> delaySeconds,
      Optional<Double> percentPerSecond) {}

  /** See {@link DerCurve.VoltageParameters}. */
  @Schema(
      name = "DerVoltageParameters",
      description = "The mean of ten minutes, and what flows during a cessation.")
  record VoltageParameters(
      Optional<Double> tenMinuteMean,
      Optional<Double> tripDelaySeconds,
      Optional<CessationPower> duringCessation) {}

  /** See {@link DerCurve.VoltageReference}. */
  @Schema(name = "DerVoltageReference", description = "Around which voltage the curve lies.")
  record Reference(
      Optional<Double> percent,
      Optional<Boolean> autonomous,
      Optional<Double> timeConstantSeconds) {}

  static DerCurveDocument of(DerCurve curve) {
    return new DerCurveDocument(
        Optional.of(curve.unit()),
        curve.points().stream()
            .map(point -> new Point(Optional.of(point.x()), Optional.of(point.y())))
            .toList(),
        curve.responseTime().map(Numbers::seconds),
        curve
            .hysteresis()
            .map(it ->
                new Hysteresis(
                    Numbers.boxed(it.high()),
                    Numbers.boxed(it.low()),
                    it.delay().map(Numbers::seconds),
                    Numbers.boxed(it.percentPerSecond()))),
        curve
            .voltage()
            .map(it ->
                new VoltageParameters(
                    Numbers.boxed(it.tenMinuteMean()),
                    it.tripDelay().map(Numbers::seconds),
                    it.duringCessation())),
        curve
            .reference()
            .map(it ->
                new Reference(
                    Numbers.boxed(it.percent()),
                    it.autonomous(),
                    it.timeConstant().map(Numbers::seconds))));
  }

  /** Empty when it makes no curve; why stands in the findings then. */
  Optional<DerCurve> find(Findings findings) {
    if (unit.isEmpty()) {
      findings.at("unit").add("This is missing, expected a unit.");
    }
    int mistakes = findings.count();
    List<DerCurve.Point> corners =
        Lists.present(points).stream()
            .map(point ->
                new DerCurve.Point(
                    Numbers.required(findings.at("points"), point.x(), "x"),
                    Numbers.required(findings.at("points"), point.y(), "y")))
            .toList();
    return unit.filter(_ -> findings.count() == mistakes)
        .flatMap(known -> findings.attempt(() -> curve(known, corners)));
  }

  private DerCurve curve(DerUnit known, List<DerCurve.Point> corners) {
    return new DerCurve(
        corners,
        known,
        responseSeconds.map(Numbers::duration),
        hysteresis.map(it ->
            new DerCurve.Hysteresis(
                Numbers.unboxed(it.high()),
                Numbers.unboxed(it.low()),
                it.delaySeconds().map(Numbers::duration),
                Numbers.unboxed(it.percentPerSecond()))),
        voltage.map(it ->
            new DerCurve.VoltageParameters(
                Numbers.unboxed(it.tenMinuteMean()),
                it.tripDelaySeconds().map(Numbers::duration),
                it.duringCessation())),
        reference.map(it ->
            new DerCurve.VoltageReference(
                Numbers.unboxed(it.percent()),
                it.autonomous(),
                it.timeConstantSeconds().map(Numbers::duration))));
  }
}
