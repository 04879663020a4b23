package energy.setpoint.app.web.view;

import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.signal.GridLimit;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** What the grid operator allows now. */
@Schema(name = "GridLimits", description = "What the grid operator allows now; the lowest counts.")
public record GridLimitsDetail(
    @Schema(description = "The most that may be taken from the grid now, in W.")
        double importLimitW,
    @Schema(description = "The most that may be fed into the grid now, in W.") double exportLimitW,
    @Schema(description = "The limits below the contract.") List<Source> limits) {

  /** What one source allows. */
  @Schema(name = "GridLimit")
  public record Source(
      @Schema(description = "import or export", example = "import") String flow,
      @Schema(description = "api, or a device", example = "device control-box") String source,
      double limitW,
      @Schema(description = "When this limit came.") Instant since,
      @Schema(example = "control-box says step 1") String why) {

    static Source of(GridLimit limit) {
      return new Source(
          limit.flow().key(),
          limit.source().key(),
          Rounded.watts(limit.power()),
          limit.since(),
          limit.why());
    }
  }

  public static GridLimitsDetail of(GridLimits limits) {
    return new GridLimitsDetail(
        Rounded.watts(limits.importLimit()),
        Rounded.watts(limits.exportLimit()),
        limits.list().stream().map(Source::of).toList());
  }
}
