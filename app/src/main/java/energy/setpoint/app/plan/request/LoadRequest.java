package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** Expected power of what is not controlled on a circuit. */
@Schema(
    description =
        "Load that cannot be controlled: `powerW` evenly on three phases, or `l1W`, `l2W`, `l3W`.")
public record LoadRequest(
    @Schema(description = "The circuit at the grid connection by default.")
        Optional<String> circuit,
    @Schema(description = "All three phases together in W, per step.") @OneForAll
        List<Double> powerW,
    @Schema(description = "Phase L1 in W, per step; 0 by default.") @OneForAll List<Double> l1W,
    @Schema(description = "Phase L2 in W, per step; 0 by default.") @OneForAll List<Double> l2W,
    @Schema(description = "Phase L3 in W, per step; 0 by default.") @OneForAll List<Double> l3W,
    @Schema(
            description =
                "How far the power of all three phases together may be off; see"
                    + " `uncertainty.byQuantile`.")
        List<QuantileRequest> quantiles) {

  public LoadRequest {
    powerW = Lists.present(powerW);
    l1W = Lists.present(l1W);
    l2W = Lists.present(l2W);
    l3W = Lists.present(l3W);
    quantiles = Lists.present(quantiles);
  }
}
