package energy.setpoint.app.web.view;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One event of the live page. */
@Schema(description = "One event of the live page.")
public record LiveState(
    @Schema(description = "On the clock of the engine's host.") Instant wallTime,
    @Schema(description = "In the site's time, which runs faster in a demo.") Instant siteTime,
    @Schema(description = "Why the engine cannot do its work; empty when it can.")
        List<String> impediments,
    @Schema(description = "The plan in force; absent until the first.") Optional<String> plan,
    @Schema(description = "Absent until the engine looked for the first time.")
        Optional<SiteState> state) {}
