package energy.setpoint.app.composite.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** A time without a connection to the CSMS. */
public record OfflineDocument(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Instant> from,
    @Schema(description = "Left out while it lasts.") Optional<Instant> to) {}
