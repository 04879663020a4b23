package energy.setpoint.app.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import energy.setpoint.app.plan.json.Lists;
import energy.setpoint.app.plan.json.OneForAll;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A plan as it is written in JSON, by this program or another. Written, everything that is known is
 * there; read, the powers are all that is needed.
 */
@Schema(
    description =
        """
        Who shall get how much power in each step, and what that costs. Curves have one value for \
        each step; power is positive from the grid towards the device. The powers are all that a \
        plan needs to be checked; everything else follows from them and the problem.\
        """)
public record PlanDocument(
    @JsonProperty("$schema") @Schema(description = "For editors that check documents; not read.")
        Optional<String> schema,
    @Schema(description = "Names the plan.") Optional<String> id,
    Optional<String> site,
    @Schema(description = "In the site's time.") Optional<Instant> createdAt,
    @Schema(
            description =
                "The scenario that its curves and costs are those of: the most probable one.")
        Optional<String> scenario,
    @Schema(
            description =
                "Where each step begins, and at last where the last one ends; the problem's by"
                    + " default.")
        List<Instant> boundaries,
    List<VehicleCurve> vehicles,
    List<BatteryCurve> batteries,
    List<FlexibleLoadCurve> flexibleLoads,
    @Schema(
            description =
                "Solar production, in the order of the forecasts; as forecast by default.")
        List<InverterCurve> inverters,
    @Schema(description = "Expected load that is not controlled, in W.") @OneForAll
        List<Double> uncontrolledW,
    @Schema(description = "Production in W, at most 0.") @OneForAll List<Double> solarW,
    @Schema(description = "All together in W; positive is import.") @OneForAll List<Double> gridW,
    @Schema(description = "The highest import in W.") Optional<Double> peakImportW,
    Optional<Cost> cost,
    @Schema(description = "Needs of vehicles that the plan does not meet.")
        List<Missing> shortfalls,
    Optional<Report> report,
    @Schema(description = "What a little more would cost, where the method knows.")
        Optional<Prices> prices,
    @Schema(description = "Which limits and prices decided, and what would help.")
        Optional<Why> why) {

  public PlanDocument {
    boundaries = Lists.present(boundaries);
    vehicles = Lists.present(vehicles);
    batteries = Lists.present(batteries);
    flexibleLoads = Lists.present(flexibleLoads);
    inverters = Lists.present(inverters);
    uncontrolledW = Lists.present(uncontrolledW);
    solarW = Lists.present(solarW);
    gridW = Lists.present(gridW);
    shortfalls = Lists.present(shortfalls);
  }

  /** The same plan with the reasons for it. */
  public PlanDocument with(Why reasons) {
    return new PlanDocument(
        schema,
        id,
        site,
        createdAt,
        scenario,
        boundaries,
        vehicles,
        batteries,
        flexibleLoads,
        inverters,
        uncontrolledW,
        solarW,
        gridW,
        peakImportW,
        cost,
        shortfalls,
        report,
        prices,
        Optional.of(reasons));
  }

  /** What a vehicle shall take or give. */
  @Schema(description = "What a vehicle shall take or give on the grid side.")
  public record VehicleCurve(
      @Schema(description = "The `id` of the vehicle.", requiredMode = Schema.RequiredMode.REQUIRED)
          Optional<String> session,
      Optional<String> station,
      @Schema(minimum = "1") Optional<Integer> evse,
      @Schema(
              description = "In W, per step; negative feeds back.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @OneForAll
          List<Double> powerW,
      @Schema(description = "Of all steps together.") Optional<Double> energyWh,
      @Schema(description = "In its battery at departure, or at the end of the plan.")
          Optional<Double> storedAtEndWh) {

    public VehicleCurve {
      powerW = Lists.present(powerW);
    }
  }

  /** What a battery shall take or give. */
  @Schema(description = "What a battery shall take or give on the grid side.")
  public record BatteryCurve(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> battery,
      @Schema(
              description = "In W, per step; negative discharges.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @OneForAll
          List<Double> powerW,
      @Schema(description = "In it at the end of the plan.") Optional<Double> storedAtEndWh) {

    public BatteryCurve {
      powerW = Lists.present(powerW);
    }
  }

  /** When a flexible load shall run. */
  @Schema(description = "When a flexible load shall run.")
  public record FlexibleLoadCurve(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> load,
      @Schema(description = "In W, per step.", requiredMode = Schema.RequiredMode.REQUIRED)
          @OneForAll
          List<Double> powerW,
      @Schema(description = "Of all steps together.") Optional<Double> energyWh,
      @Schema(description = "Missing of its need at the end.") Optional<Double> missingWh) {

    public FlexibleLoadCurve {
      powerW = Lists.present(powerW);
    }
  }

  /** What the inverters of a forecast shall produce. */
  @Schema(description = "What the inverters of one forecast shall produce.")
  public record InverterCurve(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> circuit,
      @Schema(
              description = "In W, per step, at most 0.",
              requiredMode = Schema.RequiredMode.REQUIRED)
          @OneForAll
          List<Double> powerW,
      @Schema(description = "How much less than forecast.") Optional<Double> curtailedWh) {

    public InverterCurve {
      powerW = Lists.present(powerW);
    }
  }

  /** A need that is not met. */
  @Schema(description = "A need that the plan does not meet.")
  public record Missing(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Optional<String> session,
      Optional<String> station,
      @Schema(minimum = "1") Optional<Integer> evse,
      @Schema(
              description = "Missing in the battery at departure, in Wh.",
              requiredMode = Schema.RequiredMode.REQUIRED,
              minimum = "0")
          Optional<Double> missingWh) {}
}
