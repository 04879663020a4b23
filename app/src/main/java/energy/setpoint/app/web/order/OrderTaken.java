package energy.setpoint.app.web.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** An order was taken. */
@Schema(description = "The order was taken.")
record OrderTaken(
    @Schema(description = "The station accepted; false when it is told later or nothing more.")
        boolean accepted,
    @Schema(description = "What its version or hardware could not express.") List<String> losses) {}
