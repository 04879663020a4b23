package energy.setpoint.app.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What the grid operator allows to be fed in for now. */
@Schema(description = "What the grid operator allows to be fed in for now.")
record ExportLimit(
    @Schema(
            description = "The most that may be fed into the grid in W, at least 0.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "30000")
        Optional<Double> limitW) {}
