package energy.setpoint.app.web.grid;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The station accepted. */
@Schema(description = "The station accepted.")
record OrderAnswer(
    @Schema(description = "What its version or hardware could not express.") List<String> losses) {}
