package energy.setpoint.app.composite.document;

import energy.setpoint.app.plan.json.Lists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A transaction. */
public record TransactionDocument(
    @Schema(
            description = "As profiles name it; in 1.6 the number in quotes.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<String> id,
    @Schema(
            description = "The EVSE on which it is.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "1",
            maximum = "10000")
        Optional<Integer> evse,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Instant> started,
    @Schema(
            description =
                "When the EVSE could deliver energy, from when relative profiles count in 2.x;"
                    + " `started` by default.")
        Optional<Instant> powerPathClosed,
    @Schema(description = "When it ended or will end.") Optional<Instant> ended,
    @Schema(
            description = "State of charge in percent, for limitAtSoC (2.1).",
            minimum = "0",
            maximum = "100")
        Optional<Integer> soc,
    @Schema(description = "True while it has priority (2.1 K21).")
        Optional<Boolean> priorityCharging,
    @Schema(description = "Id of the schedule that the vehicle chose (ISO 15118).")
        Optional<Integer> selectedSchedule,
    @Schema(description = "The randomized delays that the station drew (2.1 K01.FR.93).")
        List<DelayDocument> delays) {

  public TransactionDocument {
    delays = Lists.present(delays);
  }

  /** What was drawn for one profile. */
  public record DelayDocument(
      @Schema(description = "Id of the profile.", requiredMode = Schema.RequiredMode.REQUIRED)
          Optional<Integer> profile,
      @Schema(
              description = "By how many seconds each period begins later; the first by 0.",
              minimum = "0",
              maximum = "999999999")
          List<Integer> seconds) {

    public DelayDocument {
      seconds = Lists.present(seconds);
    }
  }
}
