package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.quantity.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A load that needs an amount of energy within a while and does not mind when. */
@Schema(
    description =
        "A load that needs an amount of energy within a while and does not mind when: a heat pump"
            + " with a buffer, a pump, a cold store.")
public record FlexibleLoadRequest(
    @Schema(description = "Its name; `load-1` and so on by default.") Optional<String> id,
    @Schema(description = "What it is connected to; the root by default.") Optional<String> circuit,
    @Schema(description = "The phases that it loads evenly; all three by default.")
        List<Phase> phases,
    @Schema(description = "From when it may run; the first step by default.")
        Optional<Instant> start,
    @Schema(description = "Until when it may run; the end of the last step by default.")
        Optional<Instant> end,
    @Schema(
            description = "Energy that it needs by then in Wh; may be missed.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0")
        Optional<Double> needWh,
    @Schema(
            description = "The most that it takes in W.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0")
        Optional<Double> maxPowerW,
    @Schema(
            description = "How much a missing kWh counts against the vehicles', above 0.",
            defaultValue = "1",
            minimum = "0.000001",
            maximum = "1000000")
        Optional<Double> weight) {

  public FlexibleLoadRequest {
    phases = Lists.present(phases);
  }
}
