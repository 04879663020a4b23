package energy.setpoint.app.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What the grid operator allows for now. */
@Schema(description = "What the grid operator allows for now.")
record ImportLimit(
    @Schema(
            description = "The most that may be taken from the grid in W, at least 0.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "50000")
        Optional<Double> limitW) {}
