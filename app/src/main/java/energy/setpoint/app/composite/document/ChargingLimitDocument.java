package energy.setpoint.app.composite.document;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A limit from outside, as the station told it. */
public record ChargingLimitDocument(
    @Schema(
            description = "When the station sent it; schedules without a start count from then.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Instant> received,
    @Schema(
            description = "The payload of NotifyChargingLimit.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<JsonNode> message) {}
