package energy.setpoint.app.web.grid;

import energy.setpoint.core.der.DerControlType;
import energy.setpoint.core.der.DerSetting.Flow;
import energy.setpoint.core.der.DerUnit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A DER control as JSON. */
@Schema(
    description =
        """
        A DER control of OCPP 2.1, for all EVSEs of a station. Without `start` and \
        `durationSeconds` it is a default; `ENTER_SERVICE` and `GRADIENTS` always are. Of the keys \
        after these, exactly the one that belongs to the type is there: `curve` for all types but \
        the seven that have a key of their own.\
        """)
record DerControlDocument(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "1 to 36 characters, unique within the station.",
            example = "volt-watt-1")
        Optional<String> id,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<DerControlType> type,
    @Schema(description = "0 is the highest.", defaultValue = "0", minimum = "0")
        Optional<Integer> priority,
    @Schema(description = "From when it holds.") Optional<Instant> start,
    @Schema(description = "For how long it holds.") Optional<Double> durationSeconds,
    Optional<DerCurveDocument> curve,
    Optional<PowerFactor> powerFactor,
    Optional<FixedVar> fixedVar,
    Optional<MaxDischarge> maxDischarge,
    Optional<EnterService> enterService,
    Optional<Droop> droop,
    Optional<Ramps> gradients) {

  /** Of {@code FIXED_POWER_FACTOR_ABSORB} and {@code FIXED_POWER_FACTOR_INJECT}. */
  @Schema(name = "DerPowerFactor", description = "A fixed power factor.")
  record PowerFactor(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "cos φ.",
              minimum = "0",
              maximum = "1")
          Optional<Double> displacement,
      @Schema(description = "True to absorb reactive power, false to inject it.")
          Optional<Boolean> underExcited) {

    Flow flow(DerControlType type) {
      return type == DerControlType.FIXED_POWER_FACTOR_ABSORB ? Flow.ABSORB : Flow.INJECT;
    }
  }

  /** Of {@code FIXED_VAR}. */
  @Schema(name = "DerFixedVar", description = "Fixed reactive power.")
  record FixedVar(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "Negative while charging, positive while discharging.",
              minimum = "-100",
              maximum = "100")
          Optional<Double> percent,
      @Schema(description = "Of what.", defaultValue = "PERCENT_OF_MAX_VAR")
          Optional<DerUnit> unit) {}

  /** Of {@code LIMIT_MAX_DISCHARGE}. */
  @Schema(name = "DerMaxDischarge", description = "A limit on discharge; at least one of the two.")
  record MaxDischarge(
      @Schema(description = "Of the rated discharge power.", minimum = "0", maximum = "100")
          Optional<Double> percent,
      Optional<DerCurveDocument> powerMonitoring) {}

  /** Of {@code ENTER_SERVICE}. */
  @Schema(name = "DerEnterService", description = "When to connect to the grid.")
  record EnterService(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> highVoltage,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> lowVoltage,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> highHz,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> lowHz,
      Optional<Double> delaySeconds,
      Optional<Double> randomDelaySeconds,
      Optional<Double> rampSeconds) {}

  /** Of {@code FREQUENCY_DROOP}. */
  @Schema(name = "DerDroop", description = "How power follows the frequency.")
  record Droop(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> overHz,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> underHz,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Per unit.")
          Optional<Double> overDroop,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Per unit.")
          Optional<Double> underDroop,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> responseSeconds) {}

  /** Of {@code GRADIENTS}. */
  @Schema(name = "DerGradients", description = "Ramps; 0 where not applicable.")
  record Ramps(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> usualSeconds,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> softStartSeconds) {}
}
