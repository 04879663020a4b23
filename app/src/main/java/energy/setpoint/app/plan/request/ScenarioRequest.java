package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** One of several futures. */
@Schema(description = "One of several futures.")
public record ScenarioRequest(
    @Schema(description = "Its name; `scenario-1` and so on by default.", example = "clouds")
        Optional<String> name,
    @Schema(
            description = "Counts relative to those of the others; they need not add up to 1.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0.000001",
            maximum = "1000000")
        Optional<Double> probability,
    @Schema(
            description =
                "Instead of the problem's `solar`, which holds where this is left out; `[]` is no"
                    + " sun. As `curtailable` as on the same circuit there, if not told otherwise.")
        Optional<List<SolarRequest>> solar,
    @Schema(
            description =
                "Instead of the problem's `loads`, which hold where this is left out; `[]` is no"
                    + " load.")
        Optional<List<LoadRequest>> loads,
    @Schema(description = "The `id` of each `expected` vehicle that does not come.")
        List<String> absent) {

  public ScenarioRequest {
    absent = Lists.present(absent);
  }
}
