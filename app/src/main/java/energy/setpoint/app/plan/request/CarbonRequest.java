package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** The carbon dioxide that comes with energy from the grid. */
@Schema(description = "The carbon dioxide that comes with energy from the grid.")
public record CarbonRequest(
    @Schema(
            description = "In g/kWh, per step.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "[320]",
            minimum = "0",
            maximum = "10000")
        @OneForAll
        List<Double> gramsPerKwh,
    @Schema(
            description = "What a kg costs; with 0 it is only reported.",
            defaultValue = "0",
            minimum = "0",
            maximum = "1000")
        Optional<Double> pricePerKg) {

  public CarbonRequest {
    gramsPerKwh = Lists.present(gramsPerKwh);
  }
}
