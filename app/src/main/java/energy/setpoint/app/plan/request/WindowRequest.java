package energy.setpoint.app.plan.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A stretch of time. */
@Schema(description = "A stretch of time.")
public record WindowRequest(
    @Schema(description = "Included.", requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Instant> start,
    @Schema(description = "Excluded, after the start.", requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Instant> end) {}
