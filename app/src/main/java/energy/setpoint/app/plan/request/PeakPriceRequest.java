package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** What a higher peak of import would cost. */
@Schema(
    description =
        """
        A price on the highest mean import of any metering interval: `perKw` for every kW, `tiers`, \
        or `contractW` with `penaltyPerKw` above it.\
        """)
public record PeakPriceRequest(
    @Schema(description = "Shown beside its cost; `peak`, `peak-2` and so on by default.")
        Optional<String> name,
    @Schema(
            description = "Price per kW of the highest mean, at least 0.",
            minimum = "0",
            maximum = "1000000")
        Optional<Double> perKw,
    @Schema(description = "Instead of `perKw`: what each kW costs from which peak on.")
        List<TierRequest> tiers,
    @Schema(
            description = "Instead of `perKw`: a capacity in W that is paid for already.",
            minimum = "0")
        Optional<Double> contractW,
    @Schema(
            description = "What each kW above `contractW` costs.",
            minimum = "0",
            maximum = "1000000")
        Optional<Double> penaltyPerKw,
    @Schema(
            description =
                "The peak in W that the billing period has seen already; up to it, import costs"
                    + " nothing more.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> reachedW,
    @Schema(description = "When import counts; always by default.") List<WindowRequest> windows,
    @Schema(
            description =
                "The interval in min over which the meter takes the mean, aligned with the hour in"
                    + " UTC; the steps of the plan by default.",
            minimum = "1",
            maximum = "1440")
        Optional<Integer> meteringMinutes,
    @Schema(
            description = "Taken in Wh in the metering interval that is open when the plan begins.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> takenWh) {

  public PeakPriceRequest {
    tiers = Lists.present(tiers);
    windows = Lists.present(windows);
  }

  /** What each kilowatt costs from a peak on. */
  @Schema(description = "What each kW costs from a peak on, up to the next tier.")
  public record TierRequest(
      @Schema(
              description = "Peak in W; the first tier begins at 0.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0")
          Optional<Double> fromW,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minimum = "0", maximum = "1000000")
          Optional<Double> perKw) {}
}
