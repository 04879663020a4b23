package energy.setpoint.app.plan;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.time.PowerCurve;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A plan as it is written in JSON. */
@Schema(
    description =
        """
        Who shall get how much power in each step, and what that costs. Curves have one value for \
        each step; power is positive from the grid towards the device.\
        """)
public record PlanDocument(
    String id,
    String site,
    @Schema(description = "In the site's time.") Instant createdAt,
    @Schema(description = "Where each step begins, and at last where the last one ends.")
        List<Instant> boundaries,
    List<VehicleCurve> vehicles,
    List<BatteryCurve> batteries,
    @Schema(description = "Expected load that is not controlled, in W.") List<Double> uncontrolledW,
    @Schema(description = "Expected production in W, at most 0.") List<Double> solarW,
    @Schema(description = "All together in W; positive is import.") List<Double> gridW,
    @Schema(description = "The highest import in W.") double peakImportW,
    Cost cost,
    @Schema(description = "Needs that the plan does not meet.") List<Missing> shortfalls,
    Report report) {

  /** What a vehicle shall take or give. */
  @Schema(description = "What a vehicle shall take or give on the grid side.")
  public record VehicleCurve(
      String session,
      String station,
      int evse,
      @Schema(description = "Negative feeds back.") List<Double> powerW,
      @Schema(description = "Of all steps together.") double energyWh) {}

  /** What a battery shall take or give. */
  @Schema(description = "What a battery shall take or give on the grid side.")
  public record BatteryCurve(
      String battery, @Schema(description = "Negative discharges.") List<Double> powerW) {}

  /** What the plan costs. */
  @Schema(description = "Over all steps, in the currency of the prices.")
  public record Cost(
      @Schema(description = "Paid for energy from the grid.") double energyImport,
      @Schema(description = "Earned for energy into the grid, positive when earned.")
          double energyExport,
      @Schema(description = "What the plan adds to the peak charge.") double peak,
      @Schema(description = "Import less export plus peak.") double total) {}

  /** A need that is not met. */
  @Schema(description = "A need that the plan does not meet.")
  public record Missing(
      String session,
      String station,
      int evse,
      @Schema(description = "Missing in the battery at departure, in Wh.") double missingWh) {}

  /** How the plan was found. */
  @Schema(description = "How the plan was found.")
  public record Report(
      @Schema(example = "GLOP linear program") String method,
      SolveReport.Status status,
      @Schema(description = "Why it is not optimal, where it is not.") Optional<String> reason,
      @Schema(description = "Wall-clock time in ms.") long elapsedMs) {}

  public static PlanDocument of(Plan plan) {
    return new PlanDocument(
        plan.id().value(),
        plan.site().value(),
        plan.createdAt(),
        plan.grid().boundaries(),
        plan.vehicles().stream()
            .map(v ->
                new VehicleCurve(
                    v.session().value(),
                    v.evse().station().value(),
                    v.evse().number(),
                    watts(v.power()),
                    rounded(v.power().energy().wattHours())))
            .toList(),
        plan.batteries().stream()
            .map(b -> new BatteryCurve(b.battery().value(), watts(b.power())))
            .toList(),
        watts(plan.uncontrolled()),
        watts(plan.solar()),
        watts(plan.gridPower()),
        rounded(Math.max(0, plan.gridPower().highest().watts())),
        new Cost(
            money(plan.cost().energyImport()),
            money(plan.cost().energyExport()),
            money(plan.cost().peak()),
            money(plan.cost().total())),
        plan.shortfalls().stream()
            .map(s ->
                new Missing(
                    s.session().value(),
                    s.evse().station().value(),
                    s.evse().number(),
                    rounded(s.missing().wattHours())))
            .toList(),
        new Report(
            plan.report().method(),
            plan.report().status(),
            plan.report().reason(),
            plan.report().elapsed().toMillis()));
  }

  private static List<Double> watts(PowerCurve curve) {
    return Arrays.stream(curve.toWatts()).mapToObj(PlanDocument::rounded).toList();
  }

  /** To a tenth; a solver's 7.3E-12 W and -0.0 W are 0. */
  private static double rounded(double value) {
    return Math.round(value * 10) / 10.0;
  }

  private static double money(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
