package energy.setpoint.app.plan.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** A stationary battery. */
@Schema(description = "A stationary battery, evenly on three phases; powers are magnitudes.")
public record BatteryRequest(
    @Schema(description = "Its name; `battery-1` and so on by default.") Optional<String> id,
    @Schema(description = "What it is connected to; the root by default.") Optional<String> circuit,
    @Schema(
            description = "Usable capacity in Wh.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "1")
        Optional<Double> capacityWh,
    @Schema(
            description = "Energy in the battery at the first step in Wh.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0")
        Optional<Double> storedWh,
    @Schema(description = "In W.", requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0")
        Optional<Double> maxChargeW,
    @Schema(description = "In W.", requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0")
        Optional<Double> maxDischargeW,
    @Schema(
            description = "Stored energy per energy taken, in (0, 1].",
            defaultValue = "1",
            minimum = "0",
            exclusiveMinimum = true,
            maximum = "1")
        Optional<Double> chargeEfficiency,
    @Schema(
            description = "Energy given per stored energy used, in (0, 1].",
            defaultValue = "1",
            minimum = "0",
            exclusiveMinimum = true,
            maximum = "1")
        Optional<Double> dischargeEfficiency,
    @Schema(
            description = "Never discharged below this.",
            defaultValue = "0",
            minimum = "0",
            maximum = "100")
        Optional<Double> lowestSocPercent,
    @Schema(
            description = "Never charged above this.",
            defaultValue = "100",
            minimum = "0",
            maximum = "100")
        Optional<Double> highestSocPercent,
    @Schema(
            description = "Kept for a blackout, in Wh; at most the capacity.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> reserveWh,
    @Schema(
            description = "What a kWh given costs in battery life, on the grid side.",
            defaultValue = "0",
            minimum = "0",
            maximum = "1000")
        Optional<Double> wearPerKwh,
    @Schema(
            description =
                "What a kWh left at the end is worth. By default the mean import price with fees"
                    + " and tax, less what discharging loses, and at least 0.",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> valueOfRestPerKwh) {}
