package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** A power that is not reached in some share of cases. */
@Schema(description = "A power that is not reached in some share of cases.")
public record QuantileRequest(
    @Schema(
            description =
                "The share of cases, 0 to 1, in which the sun gives less or the load takes less.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0",
            maximum = "1")
        Optional<Double> share,
    @Schema(
            description = "In W, per step: of all three phases together; production at most 0.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        @OneForAll
        List<Double> powerW) {

  public QuantileRequest {
    powerW = Lists.present(powerW);
  }
}
