package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.result.PlanDocument.BatteryCurve;
import energy.setpoint.app.plan.result.PlanDocument.FlexibleLoadCurve;
import energy.setpoint.app.plan.result.PlanDocument.InverterCurve;
import energy.setpoint.app.plan.result.PlanDocument.Missing;
import energy.setpoint.app.plan.result.PlanDocument.VehicleCurve;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.MarginalPrices;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.StoredEnergy;
import energy.setpoint.core.plan.Uncertainty.Scenario;
import energy.setpoint.core.time.PowerCurve;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Writes a plan with everything that is known about it. */
public final class PlanWriter {

  private final Plan plan;
  private final Optional<PlanningProblem> problem;
  private final Optional<String> scenario;

  private PlanWriter(Plan plan, Optional<PlanningProblem> problem) {
    this.plan = plan;
    this.problem = problem.map(PlanningProblem::nominal);
    scenario = problem.flatMap(PlanningProblem::mostProbable).map(Scenario::name);
  }

  /** A plan whose problem is not at hand any more. */
  public static PlanDocument document(Plan plan) {
    return new PlanWriter(plan, Optional.empty()).document();
  }

  /** A plan with what only its problem tells: energy left in batteries, and the sun not used. */
  public static PlanDocument document(PlanningProblem problem, Plan plan) {
    return new PlanWriter(plan, Optional.of(problem)).document();
  }

  private PlanDocument document() {
    return new PlanDocument(
        Optional.empty(),
        Optional.of(plan.id().value()),
        Optional.of(plan.site().value()),
        Optional.of(plan.createdAt()),
        scenario,
        plan.grid().boundaries(),
        each(plan.vehicles().size(), this::vehicle),
        each(plan.batteries().size(), this::battery),
        each(plan.loads().size(), this::load),
        each(plan.inverters().size(), this::inverter),
        watts(plan.uncontrolled()),
        watts(plan.solar()),
        watts(plan.gridPower()),
        Optional.of(rounded(Math.max(0, plan.gridPower().highest().watts()))),
        Optional.of(cost(plan.cost())),
        plan.shortfalls().stream()
            .map(s ->
                new Missing(
                    Optional.of(s.session().value()),
                    Optional.of(s.evse().station().value()),
                    Optional.of(s.evse().number()),
                    Optional.of(rounded(s.missing().wattHours()))))
            .toList(),
        Optional.of(ReportWriter.report(plan)),
        plan.prices().map(PlanWriter::prices),
        Optional.empty());
  }

  private static <T> List<T> each(int size, IntFunction<T> entry) {
    return IntStream.range(0, size).mapToObj(entry).toList();
  }

  private VehicleCurve vehicle(int index) {
    var vehicle = plan.vehicles().get(index);
    return new VehicleCurve(
        Optional.of(vehicle.session().value()),
        Optional.of(vehicle.evse().station().value()),
        Optional.of(vehicle.evse().number()),
        watts(vehicle.power()),
        Optional.of(rounded(vehicle.power().energy().wattHours())),
        problem
            .map(p -> StoredEnergy.of(p.vehicles().get(index), vehicle.power()))
            .map(stored -> rounded(stored.atEndWattHours())));
  }

  private BatteryCurve battery(int index) {
    var battery = plan.batteries().get(index);
    return new BatteryCurve(
        Optional.of(battery.battery().value()),
        watts(battery.power()),
        problem
            .map(p -> StoredEnergy.of(p.batteries().get(index), battery.power()))
            .map(stored -> rounded(stored.atEndWattHours())));
  }

  private FlexibleLoadCurve load(int index) {
    var load = plan.loads().get(index);
    return new FlexibleLoadCurve(
        Optional.of(load.load().value()),
        watts(load.power()),
        Optional.of(rounded(load.power().energy().wattHours())),
        Optional.of(rounded(load.missing().wattHours())));
  }

  private InverterCurve inverter(int index) {
    var inverter = plan.inverters().get(index);
    return new InverterCurve(
        Optional.of(inverter.circuit().value()),
        watts(inverter.production()),
        problem
            .map(p -> p.solar().get(index).production().energy())
            .map(sun -> rounded(inverter.production().energy().minus(sun).wattHours())));
  }

  private static Cost cost(CostBreakdown cost) {
    return new Cost(
        Optional.of(money(cost.energyImport())),
        Optional.of(money(cost.energyExport())),
        Optional.of(money(cost.peak())),
        Optional.of(money(cost.total())),
        cost.items().stream()
            .map(item ->
                new Cost.Item(
                    Optional.of(item.kind()),
                    Optional.of(item.name()),
                    Optional.of(money(item.amount()))))
            .toList(),
        Optional.of(rounded(cost.carbonKilograms())));
  }

  private static Prices prices(MarginalPrices prices) {
    return new Prices(
        prices.grid().stream().map(price -> money(price.perKilowattHour())).toList(),
        prices.limits().stream()
            .map(limit ->
                new Prices.Limit(
                    Optional.of(limit.limit()),
                    Optional.of(limit.step()),
                    Optional.of(money(limit.perKilowattHour()))))
            .toList(),
        prices.vehicles().entrySet().stream()
            .map(vehicle ->
                new Prices.Vehicle(
                    Optional.of(vehicle.getKey().value()),
                    Optional.of(money(vehicle.getValue().perKilowattHour()))))
            .sorted(Comparator.comparing(vehicle -> vehicle.session().orElse("")))
            .toList());
  }

  private static List<Double> watts(PowerCurve curve) {
    return Arrays.stream(curve.toWatts()).mapToObj(PlanWriter::rounded).toList();
  }

  /**
   * To a thousandth, so that the sum of ten thousand devices still keeps a fuse; a solver's 7.3E-12
   * W and -0.0 W are 0.
   */
  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  static double money(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
