package energy.setpoint.app.plan.result;

import energy.setpoint.core.plan.SolveReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/** How the plan was found. */
@Schema(description = "How the plan was found.")
public record Report(
    @Schema(example = "GLOP linear program") Optional<String> method,
    Optional<SolveReport.Status> status,
    @Schema(
            description =
                "Why it is not optimal, where it is not; and which limits it leaves exceeded"
                    + " because of what nobody controls.")
        Optional<String> reason,
    @Schema(description = "Wall-clock time of the whole in ms.") Optional<Integer> elapsedMs,
    @Schema(description = "The part of it that writing down the model took, in ms.")
        Optional<Integer> modellingMs,
    @Schema(description = "The part of it that solving and checking took, in ms.")
        Optional<Integer> solvingMs,
    @Schema(
            description =
                "No plan that is as good in everything that comes before money costs less; left"
                    + " out when nothing is proven.")
        Optional<Double> bound,
    @Schema(
            description = "How much dearer the plan is than the bound, as a share; 0 is optimal.",
            minimum = "0")
        Optional<Double> gap,
    @Schema(description = "What the plan costs in each scenario that it was made for.")
        Optional<Expectation> expectation) {}
