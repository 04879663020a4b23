package energy.setpoint.app.plan.result;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.result.PlanDocument.BatteryCurve;
import energy.setpoint.app.plan.result.PlanDocument.FlexibleLoadCurve;
import energy.setpoint.app.plan.result.PlanDocument.VehicleCurve;
import energy.setpoint.core.plan.BatteryPlan;
import energy.setpoint.core.plan.CostBreakdown;
import energy.setpoint.core.plan.LoadPlan;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.plan.VehiclePlan;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a plan that stands for itself, such as the one in force: its steps and devices need not be
 * those of any problem.
 */
public record PlanReader(PlanDocument document, Findings findings) {

  private static final String ABSENT = "absent";

  /**
   * @param gridWhenAbsent the steps of a plan that does not state them
   */
  public Optional<Plan> plan(SiteId site, TimeGrid gridWhenAbsent) {
    int before = findings.count();
    Optional<TimeGrid> stated =
        document.boundaries().isEmpty()
            ? Optional.of(gridWhenAbsent)
            : findings.at("boundaries").attempt(() -> new TimeGrid(document.boundaries()));
    if (stated.isEmpty()) {
      return Optional.empty();
    }
    TimeGrid grid = stated.get();
    List<VehiclePlan> vehicles = vehicles(grid);
    List<BatteryPlan> batteries = batteries(grid);
    List<LoadPlan> loads = loads(grid);
    SolveReport report = new ReportReader(findings.at("report")).read(document.report());
    PowerCurve uncontrolled = curve("uncontrolledW", document.uncontrolledW(), grid);
    PowerCurve solar = curve("solarW", document.solarW(), grid);
    PowerCurve power = curve("gridW", document.gridW(), grid);
    return findings.count() > before
        ? Optional.empty()
        : Optional.of(
            new Plan(
                new PlanId(document.id().orElse("in-force")),
                site,
                document.createdAt().orElse(grid.start()),
                grid,
                vehicles,
                batteries,
                loads,
                List.of(),
                uncontrolled,
                solar,
                power,
                new CostBreakdown(List.of(), 0),
                List.of(),
                report,
                Optional.empty()));
  }

  private PowerCurve curve(String key, List<Double> watts, TimeGrid grid) {
    return new Part(findings).curve(key, watts, grid, -Part.MOST, Part.MOST, step -> 0);
  }

  private List<VehiclePlan> vehicles(TimeGrid grid) {
    List<VehiclePlan> vehicles = new ArrayList<>();
    Set<SessionId> seen = new HashSet<>();
    for (int i = 0; i < document.vehicles().size(); i++) {
      VehicleCurve vehicle = document.vehicles().get(i);
      Part part = new Part(findings.at("vehicles").at(i));
      PowerCurve power = part.curve("powerW", vehicle.powerW(), grid, -Part.MOST, Part.MOST);
      Optional<SessionId> session = part.name("session", vehicle.session(), "", SessionId::new);
      int number = part.count("evse", vehicle.evse(), 1, Integer.MAX_VALUE, 1);
      Optional<EvseRef> evse =
          part.name("station", vehicle.station(), ABSENT, name -> EvseRef.of(name, number));
      session
          .filter(id -> isFirst(id, seen, part.findings().at("session")))
          .flatMap(id -> evse.map(ref -> new VehiclePlan(id, ref, power)))
          .ifPresent(vehicles::add);
    }
    return vehicles;
  }

  private List<BatteryPlan> batteries(TimeGrid grid) {
    List<BatteryPlan> batteries = new ArrayList<>();
    Set<DeviceId> seen = new HashSet<>();
    for (int i = 0; i < document.batteries().size(); i++) {
      BatteryCurve battery = document.batteries().get(i);
      Part part = new Part(findings.at("batteries").at(i));
      PowerCurve power = part.curve("powerW", battery.powerW(), grid, -Part.MOST, Part.MOST);
      part.name("battery", battery.battery(), "", DeviceId::new)
          .filter(id -> isFirst(id, seen, part.findings().at("battery")))
          .ifPresent(id -> batteries.add(new BatteryPlan(id, power)));
    }
    return batteries;
  }

  private List<LoadPlan> loads(TimeGrid grid) {
    List<LoadPlan> loads = new ArrayList<>();
    Set<DeviceId> seen = new HashSet<>();
    for (int i = 0; i < document.flexibleLoads().size(); i++) {
      FlexibleLoadCurve load = document.flexibleLoads().get(i);
      Part part = new Part(findings.at("flexibleLoads").at(i));
      PowerCurve power = part.curve("powerW", load.powerW(), grid, -Part.MOST, Part.MOST);
      double missing = part.optional("missingWh", load.missingWh(), 0, Part.MOST, 0);
      part.name("load", load.load(), "", DeviceId::new)
          .filter(id -> isFirst(id, seen, part.findings().at("load")))
          .ifPresent(id -> loads.add(new LoadPlan(id, power, new Energy(missing))));
    }
    return loads;
  }

  /** Of two curves for one device nobody knows which is followed. */
  private static <T> boolean isFirst(T id, Set<T> seen, Findings here) {
    boolean first = seen.add(id);
    if (!first) {
      here.add("\"" + id + "\" occurs twice. Maybe one of them has another id.");
    }
    return first;
  }
}
