package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Lists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What a plan costs in the futures that it was made for. */
@Schema(
    description =
        """
        What the plan costs in the scenarios that it was made for, when its first steps are kept \
        and the rest follows what comes.\
        """)
public record Expectation(
    @Schema(description = "One for each scenario.") List<Outcome> outcomes,
    @Schema(description = "The mean of all outcomes by their shares.") Optional<Double> cost,
    @Schema(
            description =
                "No first steps that are as good in everything that comes before money have a lower"
                    + " expected cost; left out when nothing is proven.")
        Optional<Double> bound,
    @Schema(
            description =
                "The expected cost of the plan for the most probable scenario alone; left out when"
                    + " that one misses more energy in some scenario.")
        Optional<Double> unawareCost,
    @Schema(description = "What planning for all scenarios saves: `unawareCost` less `cost`.")
        Optional<Double> saving) {

  public Expectation {
    outcomes = Lists.present(outcomes);
  }

  /** What happens in one scenario. */
  @Schema(name = "ScenarioOutcome", description = "What happens in one scenario.")
  public record Outcome(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> scenario,
      @Schema(
              description = "Its part of all probability.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0",
              maximum = "1")
          Optional<Double> share,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<Double> cost,
      @Schema(
              description = "Missing of all vehicles at their departures, in Wh.",
              defaultValue = "0",
              minimum = "0")
          Optional<Double> missingWh) {}
}
