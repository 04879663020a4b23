package energy.setpoint.app.plan.request;

import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.core.quantity.Phase;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A vehicle: a battery that is connected for a while. */
@Schema(
    description =
        """
        A battery that is connected for a while. Energies are counted in the battery; powers are \
        magnitudes on the grid side.\
        """)
public record VehicleRequest(
    @Schema(description = "Name of the session; `vehicle-1` and so on by default.")
        Optional<String> id,
    @Schema(description = "The charging station; `station-1` and so on by default.")
        Optional<String> station,
    @Schema(
            description = "The EVSE of the station, counted from 1.",
            defaultValue = "1",
            minimum = "1")
        Optional<Integer> evse,
    @Schema(description = "What the EVSE is connected to; the root by default.")
        Optional<String> circuit,
    @Schema(description = "The phases that the vehicle loads evenly; all three by default.")
        List<Phase> phases,
    @Schema(description = "From when it can charge; the first step by default.")
        Optional<Instant> arrival,
    @Schema(description = "Until when it can charge; the end of the last step by default.")
        Optional<Instant> departure,
    @Schema(
            description = "Energy in the battery at arrival, or at the first step, in Wh.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> storedWh,
    @Schema(description = "Usable capacity in Wh; the target by default.", minimum = "0")
        Optional<Double> capacityWh,
    @Schema(
            description = "Energy wanted in the battery at departure in Wh; may be missed.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0")
        Optional<Double> targetWh,
    @Schema(
            description =
                "The part of the target, in Wh in the battery, that comes before anybody's whole"
                    + " target.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> essentialWh,
    @Schema(
            description = "The least that feeding back may leave at departure in Wh.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> minimumAtDepartureWh,
    @Schema(
            description = "The least that feeding back may leave at any time in Wh.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> floorWh,
    @Schema(
            description = "The most that vehicle and EVSE take together in W.",
            requiredMode = Schema.RequiredMode.REQUIRED,
            minimum = "0")
        Optional<Double> maxChargeW,
    @Schema(
            description = "The most that it feeds back in W; 0 for one-way vehicles.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> maxDischargeW,
    @Schema(
            description = "Stored energy per energy taken, in (0, 1].",
            defaultValue = "1",
            minimum = "0",
            exclusiveMinimum = true,
            maximum = "1")
        Optional<Double> chargeEfficiency,
    @Schema(
            description = "Energy fed back per stored energy used, in (0, 1].",
            defaultValue = "1",
            minimum = "0",
            exclusiveMinimum = true,
            maximum = "1")
        Optional<Double> dischargeEfficiency,
    @Schema(
            description =
                "Its priority: how much a missing kWh counts against other vehicles', above 0.",
            defaultValue = "1",
            minimum = "0.000001",
            maximum = "1000000")
        Optional<Double> weight,
    @Schema(
            description =
                "What a kWh missing at departure costs, where that is a matter of money. Left out,"
                    + " the target comes before money.",
            minimum = "0",
            maximum = "1000")
        Optional<Double> latePricePerKwh,
    @Schema(
            description = "What a kWh fed back costs in battery life, on the grid side.",
            defaultValue = "0",
            minimum = "0",
            maximum = "1000")
        Optional<Double> wearPerKwh,
    @Schema(
            description =
                "The least in W that it charges with when it charges; 0 when any power will do.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> leastChargeW,
    @Schema(
            description =
                "Instead of `leastChargeW`: the same in A on each of its phases, such as the 6 A of"
                    + " IEC 61851-1.",
            minimum = "0",
            maximum = "1000")
        Optional<Double> leastChargeA,
    @Schema(
            description =
                "Above the least, its power is a whole number of these in W; 0 when it is"
                    + " continuous.",
            defaultValue = "0",
            minimum = "0")
        Optional<Double> chargeStepW,
    @Schema(
            description = "Instead of `chargeStepW`: the same in A on each of its phases.",
            minimum = "0",
            maximum = "1000")
        Optional<Double> chargeStepA,
    @Schema(
            description = "How often it may begin to charge; any number of times by default.",
            minimum = "0",
            maximum = "100000")
        Optional<Integer> mostStarts,
    @Schema(
            description = "Whether it charges as the plan begins, so that going on is no start.",
            defaultValue = "false")
        Optional<Boolean> charging,
    @Schema(
            description =
                "How its power falls as the battery fills: straight lines between these corners,"
                    + " level before the first; they must fall ever more steeply.")
        List<TaperPoint> taper,
    @Schema(
            description = "Whether it is only expected: not there yet, and perhaps never.",
            defaultValue = "false")
        Optional<Boolean> expected) {

  public VehicleRequest {
    phases = Lists.present(phases);
    taper = Lists.present(taper);
  }

  /** A corner of the taper. */
  @Schema(description = "A corner of the taper.")
  public record TaperPoint(
      @Schema(
              description = "Energy in the battery in Wh.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0")
          Optional<Double> storedWh,
      @Schema(
              description = "The most that it takes there in W, on the grid side.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0")
          Optional<Double> mostW) {}
}
