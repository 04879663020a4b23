package energy.setpoint.app.plan;

import static com.fasterxml.jackson.annotation.JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY;

import com.fasterxml.jackson.annotation.JsonFormat;
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
            example = "[63]")
        @JsonFormat(with = ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Double> fuseA) {

  public CircuitRequest {
    fuseA = Lists.present(fuseA);
  }
}
