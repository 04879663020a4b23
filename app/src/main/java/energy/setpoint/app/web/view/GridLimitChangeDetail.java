package energy.setpoint.app.web.view;

import energy.setpoint.core.signal.GridLimitChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A limit that came, became another one, or went. */
@Schema(name = "GridLimitChange", description = "A limit came, became another one, or went.")
public record GridLimitChangeDetail(
    Instant at,
    @Schema(description = "import or export", example = "import") String flow,
    @Schema(description = "api, or a device", example = "device control-box") String source,
    @Schema(description = "Absent when the source limits nothing any more.")
        Optional<Double> limitW,
    @Schema(example = "control-box says step 1") String why) {

  public static GridLimitChangeDetail of(GridLimitChange change) {
    return new GridLimitChangeDetail(
        change.at(),
        change.flow().key(),
        change.source(),
        change.power().map(Rounded::watts),
        change.why());
  }
}
