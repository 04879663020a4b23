package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.quantity.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/** Why a plan is as it is. */
@Schema(
    description =
        """
        Which limits and prices decided, and what would help those who leave short. Times in words \
        are UTC; prices are for a kWh inside a battery, so that those of different steps compare. \
        Not read.\
        """)
public record Why(
    @Schema(description = "Vehicles, batteries and flexible loads; none when the problem is large.")
        List<DeviceWhy> devices,
    @Schema(description = "The largest first.") List<ShortfallWhy> shortfalls) {

  public Why {
    devices = Lists.present(devices);
    shortfalls = Lists.present(shortfalls);
  }

  /** Why a device gets what it gets. */
  @Schema(description = "Why a device gets what it gets.")
  public record DeviceWhy(
      @Schema(description = "The session of a vehicle, the id of another device.")
          Optional<String> device,
      @Schema(
              description =
                  "What one kWh more at the end costs, at least; left out when no price buys it.")
          Optional<Double> oneKwhMore,
      @Schema(description = "What one kWh less at the end saves, at most.")
          Optional<Double> oneKwhLess,
      @Schema(description = "Whether these are the prices of the best plan; else of one near it.")
          Optional<Boolean> exact,
      @Schema(description = "One after the other; alike steps are told together.")
          List<StretchWhy> stretches) {

    public DeviceWhy {
      stretches = Lists.present(stretches);
    }
  }

  /** What decided some steps. */
  @Schema(description = "What decided the power of a device in some steps.")
  public record StretchWhy(
      @Schema(description = "Counted from 0.", minimum = "0") Optional<Integer> firstStep,
      @Schema(description = "Included.", minimum = "0") Optional<Integer> lastStep,
      Optional<Decider> decider,
      @Schema(description = "What a kWh more costs here, everything included.")
          Optional<Double> pricePerKwh,
      @Schema(description = "What it is worth; left out where no price is too high.")
          Optional<Double> worthPerKwh,
      @Schema(description = "What stands in the way.", example = "fuse L1 of circuit west")
          Optional<String> limit,
      @Schema(description = "The part of the price that is due to the limit.")
          Optional<Double> limitPricePerKwh,
      Optional<String> words) {}

  /** Why a vehicle leaves short. */
  @Schema(description = "Why a vehicle leaves short, and what would help.")
  public record ShortfallWhy(
      Optional<String> session,
      @Schema(minimum = "0") Optional<Double> missingWh,
      @Schema(
              description = "What it would miss with the site for itself, at full power.",
              minimum = "0")
          Optional<Double> missingAloneWh,
      @Schema(description = "Limits that are reached while it could take more.")
          List<BottleneckWhy> bottlenecks,
      @Schema(description = "Each of which alone would meet the need.") List<FixWhy> fixes,
      @Schema(description = "Whether the fixes are the smallest; else they are about right.")
          Optional<Boolean> exact,
      @Schema(description = "Whether all fixes were looked for; else time was over.")
          Optional<Boolean> searched,
      Optional<String> words) {

    public ShortfallWhy {
      bottlenecks = Lists.present(bottlenecks);
      fixes = Lists.present(fixes);
    }
  }

  /** A limit in the way of a need. */
  @Schema(description = "A limit that is reached while a vehicle could take more.")
  public record BottleneckWhy(
      Optional<String> limit,
      @Schema(description = "In which it is reached.", minimum = "0") Optional<Integer> steps,
      @Schema(description = "What a kWh more through it takes off the weighted shortfall.")
          Optional<Double> relief) {}

  /** A change that would meet a need. */
  @Schema(description = "A change that would meet a need.")
  public record FixWhy(
      Optional<Kind> kind,
      @Schema(description = "Of a fuse or a transformer.") Optional<String> circuit,
      @Schema(description = "That need more.") List<Phase> phases,
      @Schema(description = "More at the fuse, whole A.") Optional<Integer> moreA,
      @Schema(description = "The next rating that can be bought.") Optional<Integer> standardA,
      @Schema(description = "More at the transformer (VA) or the grid connection (W).")
          Optional<Double> moreW,
      @Schema(description = "By how much to leave later.") Optional<Integer> laterMinutes,
      @Schema(description = "With which it would have to charge.") Optional<Double> chargeW,
      @Schema(description = "Where one change alone is not enough.") List<FixWhy> together,
      Optional<String> words) {

    public FixWhy {
      phases = Lists.present(phases);
      together = Lists.present(together);
    }

    /** What would be changed. */
    public enum Kind {
      BIGGER_FUSE,
      BIGGER_TRANSFORMER,
      MORE_IMPORT,
      LATER_DEPARTURE,
      MORE_POWER,
      TOGETHER
    }
  }
}
