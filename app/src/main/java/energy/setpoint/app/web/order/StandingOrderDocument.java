package energy.setpoint.app.web.order;

import energy.setpoint.core.quantity.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An order that stands for an EVSE, as JSON. */
@Schema(
    name = "StandingOrder",
    description =
        """
        How the running transaction of an EVSE is held for a while. Exactly one of `operate`, \
        `phases` and `phaseLimits` is there.\
        """)
record StandingOrderDocument(
    @Schema(description = "At once when left out.") Optional<Instant> from,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Instant> until,
    Optional<Operate> operate,
    Optional<Phases> phases,
    Optional<PhaseLimits> phaseLimits) {

  /** The EVSE acts by itself. */
  @Schema(
      name = "OperateOrder",
      description =
          """
          The EVSE acts by itself (OCPP 2.1, block Q). `LOCAL_FREQUENCY` takes `baselineW`, \
          `response` and `reserve`; `CENTRAL_FREQUENCY` takes `setpointW`; `IDLE` takes \
          `evseSleep` and `preconditioning`; the others take `floorW`.\
          """)
  record Operate(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Mode> mode,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "What it may take at most, per phase; not needed with `IDLE`.")
          Optional<Double> currentA,
      @Schema(description = "What it feeds back at most, 0 or negative.", defaultValue = "0")
          Optional<Double> floorW,
      @Schema(description = "Negative feeds back.") Optional<Double> setpointW,
      @Schema(description = "Around which the curves move the power.", defaultValue = "0")
          Optional<Double> baselineW,
      @Schema(description = "To the frequency in Hz: 2 to 20 points, ascending.")
          List<Point> response,
      @Schema(description = "To the signal: none, or 2 to 20 points, ascending.")
          List<Point> reserve,
      @Schema(defaultValue = "false") Optional<Boolean> evseSleep,
      @Schema(defaultValue = "false") Optional<Boolean> preconditioning) {}

  /** A way to act. */
  enum Mode {
    EXTERNAL_LIMITS,
    EXTERNAL_SETPOINT,
    LOCAL_LOAD_BALANCING,
    CENTRAL_FREQUENCY,
    LOCAL_FREQUENCY,
    IDLE
  }

  /** A point of a curve. */
  @Schema(name = "OperateCurvePoint", description = "A point of a curve; negative feeds back.")
  record Point(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> at,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> powerW) {}

  /** On how many phases it charges. */
  @Schema(name = "PhasesOrder", description = "On how many phases the EVSE charges.")
  record Phases(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"1", "3"})
          Optional<Integer> count,
      @Schema(description = "Which of its own phases, with 1; the station chooses when left out.")
          Optional<Phase> onto) {}

  /** A limit for each phase. */
  @Schema(name = "PhaseLimitsOrder", description = "No more on each phase than this.")
  record PhaseLimits(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              description = "One for each of the EVSE's own phases, at least 0.")
          List<Double> currentA) {}
}
