package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.result.PlanDocument.BatteryCurve;
import energy.setpoint.app.plan.result.PlanDocument.FlexibleLoadCurve;
import energy.setpoint.app.plan.result.PlanDocument.InverterCurve;
import energy.setpoint.app.plan.result.PlanDocument.VehicleCurve;
import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.Decisions;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.SolarPlan;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what a result decides about a problem. It must name every vehicle, battery and flexible
 * load, and nothing else; inverters that it does not name produce what is forecast.
 */
public final class DecisionsReader {

  private final PlanDocument document;
  private final PlanningProblem problem;
  private final Findings findings = Findings.ofDocument();

  private DecisionsReader(PlanDocument document, PlanningProblem problem) {
    this.document = document;
    this.problem = problem;
  }

  /**
   * The plan that follows from the powers of a result; what else the result states is not in it,
   * but for its report. Where the problem has scenarios, it is one for the most probable.
   *
   * @throws energy.setpoint.app.plan.json.InvalidDocument with every mistake and its place
   */
  public static Plan read(PlanDocument document, PlanningProblem problem) {
    PlanningProblem followed = problem.nominal();
    DecisionsReader reader = new DecisionsReader(document, followed);
    SolveReport report = new ReportReader(reader.findings.at("report")).read(document.report());
    return Plan.of(followed, reader.read(), report);
  }

  private Decisions read() {
    if (!document.boundaries().isEmpty()
        && !document.boundaries().equals(problem.grid().boundaries())) {
      findings
          .at("boundaries")
          .add("These are other steps than the problem's. Maybe it belongs to another problem.");
      findings.throwIfAny(Kind.IMPOSSIBLE);
    }
    Map<String, PowerCurve> vehicles =
        curves(
            "vehicles",
            document.vehicles(),
            "session",
            VehicleCurve::session,
            VehicleCurve::powerW);
    Map<String, PowerCurve> batteries =
        curves(
            "batteries",
            document.batteries(),
            "battery",
            BatteryCurve::battery,
            BatteryCurve::powerW);
    Map<String, PowerCurve> loads =
        curves(
            "flexibleLoads",
            document.flexibleLoads(),
            "load",
            FlexibleLoadCurve::load,
            FlexibleLoadCurve::powerW);
    Decisions decisions =
        new Decisions(
            each(
                "vehicles",
                problem.vehicles(),
                v -> v.session().value(),
                vehicles,
                (v, power) -> new VehiclePlan(v.session(), v.evse(), power)),
            each(
                "batteries",
                problem.batteries(),
                b -> b.battery().id().value(),
                batteries,
                (b, power) -> new BatteryPlan(b.battery().id(), power)),
            each(
                "flexibleLoads",
                problem.flexibleLoads(),
                l -> l.id().value(),
                loads,
                Decisions::of),
            inverters());
    findings.throwIfAny(Kind.IMPOSSIBLE);
    return decisions;
  }

  private <T> Map<String, PowerCurve> curves(
      String list,
      List<T> entries,
      String idKey,
      Function<T, Optional<String>> id,
      Function<T, List<Double>> powerW) {
    Map<String, PowerCurve> curves = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      Findings here = findings.at(list).at(i);
      PowerCurve power = curve(here, powerW.apply(entries.get(i)));
      Optional<String> name = id.apply(entries.get(i));
      if (name.isEmpty()) {
        here.at(idKey).add("This is missing, expected a name of the problem.");
      } else if (curves.put(name.get(), power) != null) {
        here.at(idKey).add("\"" + name.get() + "\" occurs twice.");
      }
    }
    return curves;
  }

  private PowerCurve curve(Findings here, List<Double> powerW) {
    return new Part(here).curve("powerW", powerW, problem.grid(), -Part.MOST, Part.MOST);
  }

  /** What becomes of a device and its power. */
  @FunctionalInterface
  private interface Decision<D, T> {
    T of(D device, PowerCurve power);
  }

  private <D, T> List<T> each(
      String list,
      List<D> devices,
      Function<D, String> name,
      Map<String, PowerCurve> curves,
      Decision<D, T> decision) {
    List<T> all = new ArrayList<>();
    for (D device : devices) {
      PowerCurve power = curves.remove(name.apply(device));
      if (power == null) {
        findings
            .at(list)
            .add(
                "\"" + name.apply(device) + "\" of the problem is missing. Maybe its powerW is 0.");
      } else {
        all.add(decision.of(device, power));
      }
    }
    curves.keySet().stream()
        .sorted()
        .forEach(other ->
            findings.at(list).add("The problem has no \"" + other + "\". Maybe another id."));
    return all;
  }

  /** Several forecasts may stand on one circuit; they are taken in their order. */
  private List<SolarPlan> inverters() {
    List<SolarPlan> plans = new ArrayList<>(Decisions.allSun(problem));
    boolean[] taken = new boolean[plans.size()];
    for (int i = 0; i < document.inverters().size(); i++) {
      InverterCurve inverter = document.inverters().get(i);
      Findings here = findings.at("inverters").at(i);
      PowerCurve power = curve(here, inverter.powerW());
      int place = place(inverter.circuit().orElse(""), taken);
      if (place < 0) {
        here.at("circuit").add("The problem has no (further) solar forecast there.");
      } else {
        taken[place] = true;
        plans.set(place, new SolarPlan(problem.solar().get(place).circuit(), power));
      }
    }
    return plans;
  }

  private int place(String circuit, boolean[] taken) {
    List<SolarForecast> forecasts = problem.solar();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i] && forecasts.get(i).circuit().value().equals(circuit)) {
        return i;
      }
    }
    return -1;
  }
}
