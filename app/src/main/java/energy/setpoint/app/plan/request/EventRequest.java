package energy.setpoint.app.plan.request;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Optional;

/** What a grid operator, an aggregator or a contract wants for a while. */
@Schema(
    description =
        """
        What a grid operator, an aggregator or a contract wants for a while: bounds on the power at \
        the grid connection (`mostW`, `leastW`, or `targetW` with a tolerance), other prices, or \
        both. Without `penaltyPerKwh` the bounds are mandatory: obeyed before any vehicle's need. \
        With it they are obeyed as far as it pays.\
        """)
public record EventRequest(
    @Schema(description = "Its name; `event-1` and so on by default.") Optional<String> id,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Instant> start,
    @Schema(
            description =
                "Steps that lie between start and end for the greater part obey the bounds.",
            requiredMode = Schema.RequiredMode.REQUIRED)
        Optional<Instant> end,
    @Schema(
            description =
                "A cap: the most in W at the grid connection. Positive is import; a negative one"
                    + " demands export.")
        Optional<Double> mostW,
    @Schema(
            description =
                "A minimum: the least in W at the grid connection. A negative one limits export.")
        Optional<Double> leastW,
    @Schema(description = "A dispatch, instead of both: the power in W at the grid connection.")
        Optional<Double> targetW,
    @Schema(
            description = "How far the power may be from `targetW` in W, to either side.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> toleranceW,
    @Schema(
            description = "What each kWh of deviation from the bounds costs. Makes the event paid.",
            minimum = "0",
            maximum = "1000000")
        Optional<Double> penaltyPerKwh,
    @Schema(
            description = "Earned for the commitment to a paid event, whatever happens.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> reward,
    @Schema(
            description =
                "Replaces the price of energy from the grid per kWh; a step that lies in the event"
                    + " in part gets the mean.",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> importPricePerKwh,
    @Schema(
            description = "Replaces what energy into the grid earns per kWh.",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> exportPricePerKwh,
    @Schema(
            description =
                "Added to the price of energy from the grid per kWh instead: a surcharge, or a"
                    + " rebate when negative.",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> importPriceDeltaPerKwh,
    @Schema(
            description = "Added to what energy into the grid earns per kWh.",
            minimum = "-1000",
            maximum = "1000")
        Optional<Double> exportPriceDeltaPerKwh) {}
