package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** Expected production of inverters on a circuit. */
@Schema(description = "Expected solar production on a circuit, evenly on three phases.")
public record SolarRequest(
    @Schema(description = "The circuit at the grid connection by default.")
        Optional<String> circuit,
    @Schema(
            description = "Power in W, per step; at most 0, because generation is negative.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "[-4000]",
            maximum = "0")
        @OneForAll
        List<Double> powerW,
    @Schema(
            description = "Whether the plan may have the inverters produce less.",
            defaultValue = "false")
        Optional<Boolean> curtailable,
    @Schema(description = "How far the production may be off; see `uncertainty.byQuantile`.")
        List<QuantileRequest> quantiles) {

  public SolarRequest {
    powerW = Lists.present(powerW);
    quantiles = Lists.present(quantiles);
  }
}
