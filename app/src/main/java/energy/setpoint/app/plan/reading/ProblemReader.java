package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.reading.UncertaintyReader.Usual;
import energy.setpoint.app.plan.request.PlanRequest;
import energy.setpoint.app.plan.request.UncertaintyRequest;
import energy.setpoint.app.plan.result.PlanReader;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PriceOverlay;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Fills in what a request leaves out, checks every value, and builds the planning problem. */
public final class ProblemReader {

  private final PlanRequest request;
  private final int mostDecisions;
  private final Findings findings = Findings.ofDocument();
  private final Part root = new Part(findings);

  private ProblemReader(PlanRequest request, int mostDecisions) {
    this.request = request;
    this.mostDecisions = mostDecisions;
  }

  /**
   * Reads a request.
   *
   * @param mostDecisions the most devices times steps that are taken
   * @throws energy.setpoint.app.plan.json.InvalidDocument with every mistake and its place
   */
  public static PlanningProblem read(PlanRequest request, int mostDecisions) {
    return new ProblemReader(request, mostDecisions).read();
  }

  private PlanningProblem read() {
    TimeGrid grid = new GridReader(request, findings).read();
    requireSolvable(grid);
    Optional<SiteId> site = root.name("site", request.site(), "site", SiteId::new);
    Voltage voltage = new Voltage(root.optional("voltageV", request.voltageV(), 1, 1000, 230));
    PowerCurve importLimit = root.curve("importLimitW", request.importLimitW(), grid, 0, Part.MOST);
    PowerCurve exportLimit = exportLimit(grid, importLimit);
    Circuits circuits =
        Circuits.read(request.circuits(), importLimit.highest(), voltage, findings.at("circuits"));
    List<EventReader.Event> events = events();
    Money money =
        new MoneyReader(request, grid, findings)
            .read(events.stream().flatMap(event -> event.replacement().stream()).toList());
    Devices devices = new Devices(request, grid, circuits, findings);
    var vehicles = devices.vehicles(voltage);
    var batteries = devices.batteries(money);
    Forecasts forecasts = new Forecasts(grid, circuits, takesMargin());
    var solar = forecasts.solar(request.solar(), findings.at("solar"), circuit -> false);
    var loads = forecasts.loads(request.loads(), findings.at("loads"));
    var flexibleLoads = devices.flexibleLoads();
    double reliefCredit = root.optional("reliefCredit", request.reliefCredit(), 0, 1, 1);
    Optional<Uncertainty> uncertainty = uncertainty(forecasts, solar, loads, vehicles);
    Optional<Plan> inForce = inForce(site, grid);
    List<PriceOverlay> overlays =
        events.stream().flatMap(event -> event.overlay().stream()).toList();
    List<GridEvent> bounds = events.stream().flatMap(event -> event.bounds().stream()).toList();
    return build(() -> {
      ProblemDraft draft =
          new ProblemDraft(site.orElseThrow(), grid, voltage, circuits.tree().orElseThrow())
              .importLimit(importLimit)
              .exportLimit(exportLimit)
              .vehicles(vehicles)
              .batteries(batteries)
              .solar(solar)
              .loads(loads)
              .flexibleLoads(flexibleLoads)
              .money(money)
              .overlays(overlays)
              .events(bounds)
              .reliefCredit(reliefCredit);
      uncertainty.ifPresent(draft::uncertainty);
      inForce.ifPresent(draft::inForce);
      return draft.build();
    });
  }

  private PlanningProblem build(Supplier<PlanningProblem> recipe) {
    findings.throwIfAny(Kind.IMPOSSIBLE);
    Optional<PlanningProblem> problem = findings.attempt(recipe);
    findings.throwIfAny(Kind.IMPOSSIBLE);
    return problem.orElseThrow();
  }

  private void requireSolvable(TimeGrid grid) {
    long devices =
        request.vehicles().size()
            + request.batteries().size()
            + request.flexibleLoads().size()
            + request.solar().stream().filter(s -> s.curtailable().orElse(false)).count();
    int futures = request.uncertainty().map(u -> Math.max(1, u.scenarios().size())).orElse(1);
    if (devices * grid.size() * futures > mostDecisions) {
      findings.add(
          """
          These are %d devices over %d steps%s; at most %d decisions (devices times steps) are taken \
          here. Maybe longer steps in the far future are enough, see stepsMinutes.\
          """
              .formatted(
                  devices,
                  grid.size(),
                  futures > 1 ? " in " + futures + " scenarios" : "",
                  mostDecisions));
    }
  }

  private PowerCurve exportLimit(TimeGrid grid, PowerCurve whenAbsent) {
    return root.curve(
        "exportLimitW",
        request.exportLimitW(),
        grid,
        0,
        Part.MOST,
        step -> whenAbsent.watts((int) step));
  }

  private List<EventReader.Event> events() {
    return Devices.each(
        request.events(),
        findings.at("events"),
        (event, index, here) -> new EventReader(event, here).read(index));
  }

  private boolean takesMargin() {
    return request.uncertainty().flatMap(UncertaintyRequest::byQuantile).isPresent();
  }

  private Optional<Uncertainty> uncertainty(
      Forecasts forecasts,
      List<SolarForecast> solar,
      List<UncontrolledLoad> loads,
      List<VehicleDemand> vehicles) {
    boolean complete = vehicles.size() == request.vehicles().size();
    Usual usual = new Usual(solar, loads, Optional.of(vehicles).filter(known -> complete));
    return request
        .uncertainty()
        .flatMap(
            how -> new UncertaintyReader(how, forecasts, findings.at("uncertainty")).read(usual));
  }

  private Optional<Plan> inForce(Optional<SiteId> site, TimeGrid grid) {
    return site.isEmpty()
        ? Optional.empty()
        : request
            .inForce()
            .flatMap(plan -> new PlanReader(plan, findings.at("inForce")).plan(site.get(), grid));
  }
}
