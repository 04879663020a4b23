package energy.setpoint.app.plan;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** What a higher peak of import would cost. */
@Schema(description = "What a higher peak of import would cost.")
public record PeakPriceRequest(
    @Schema(
            description = "Price per kW of the highest step, at least 0.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Double> perKw,
    @Schema(
            description =
                "The peak in W that the billing period has seen already; up to it, import costs"
                    + " nothing more.",
            defaultValue = "0")
        Optional<Double> reachedW) {}
