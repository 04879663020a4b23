package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** How the plan deals with forecasts that may be wrong. */
@Schema(
    description =
        "How the plan deals with forecasts that may be wrong: a margin `byQuantile`, or"
            + " `scenarios` of which one comes.")
public record UncertaintyRequest(
    @Schema(description = "It counts on less sun and more load than is likely.")
        Optional<ByQuantileRequest> byQuantile,
    @Schema(
            description =
                "Instead of `byQuantile`: the futures for which the first steps shall be good. The"
                    + " plan follows the most probable one, the first among equals.")
        List<ScenarioRequest> scenarios,
    @Schema(
            description =
                "In min: steps that begin before this has passed are decided before anybody knows"
                    + " which scenario comes; the first step by default.",
            minimum = "1",
            maximum = "10080")
        Optional<Integer> hereAndNowMinutes) {

  public UncertaintyRequest {
    scenarios = Lists.present(scenarios);
  }

  /** Which quantiles are counted on. */
  @Schema(
      description =
          "The quantiles of forecasts that are counted on; a forecast without any is taken as it"
              + " is.")
  public record ByQuantileRequest(
      @Schema(
              description = "The share of cases in which the sun gives less; low is careful.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0",
              maximum = "1")
          Optional<Double> solar,
      @Schema(
              description = "The share of cases in which the load takes less; high is careful.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0",
              maximum = "1")
          Optional<Double> load) {}
}
