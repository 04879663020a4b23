package energy.setpoint.app.composite.document;

import energy.setpoint.app.composite.document.CaseDocument.UnitName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** What is asked of the station. */
public record RequestDocument(
    @Schema(
            description = "The EVSE; 0 for what the station as a whole takes from the grid.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0",
            maximum = "10000")
        Optional<Integer> evse,
    @Schema(
            description = "When the station gets the request.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Instant> start,
    @Schema(
            description = "Length of the schedule in seconds.",
            defaultValue = "86400",
            minimum = "1",
            maximum = "2678400")
        Optional<Integer> duration,
    @Schema(description = "The unit of the answer; the first of `units` by default.")
        Optional<UnitName> unit) {}
