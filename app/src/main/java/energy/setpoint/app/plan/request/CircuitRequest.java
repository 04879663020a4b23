package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** A part of the installation behind one three-phase fuse. */
@Schema(description = "A part of the installation behind one three-phase fuse.")
public record CircuitRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "garage-west")
        Optional<String> id,
    @Schema(description = "The circuit that feeds this one; absent at the grid connection.")
        Optional<String> parent,
    @Schema(
            description = "Fuse in A: one number, or one for each of L1, L2 and L3; above 0.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "[63]",
            minimum = "0.001",
            maximum = "1000000")
        @OneForAll
        List<Double> fuseA,
    @Schema(
            description =
                "Apparent power in VA of the transformer that feeds this circuit; the three phases"
                    + " together stay below it.",
            minimum = "1")
        Optional<Double> ratingVa,
    @Schema(
            description = "The most in A by which the currents of two phases may differ.",
            minimum = "0",
            maximum = "1000000")
        Optional<Double> maxImbalanceA) {

  public CircuitRequest {
    fuseA = Lists.present(fuseA);
  }
}
