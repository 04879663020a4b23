package energy.setpoint.app.plan;

import energy.setpoint.app.plan.json.Findings;
import energy.setpoint.app.plan.json.InvalidDocument.Kind;
import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.SolarForecast;
import energy.setpoint.core.plan.UncontrolledLoad;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills in what a request leaves out, checks every value, and builds the planning problem. */
final class ProblemReader {

  /** Vehicles and batteries times steps: what a solver can still answer in seconds. */
  private static final int MOST_DECISIONS = 100_000;

  private final PlanRequest request;
  private final Findings findings = Findings.ofDocument();
  private final Part root = new Part(findings);

  private ProblemReader(PlanRequest request) {
    this.request = request;
  }

  static PlanningProblem read(PlanRequest request) {
    return new ProblemReader(request).read();
  }

  private PlanningProblem read() {
    TimeGrid grid = new GridReader(request, findings).read();
    requireSolvable(grid);
    Voltage voltage = new Voltage(root.optional("voltageV", request.voltageV(), 1, 1000, 230));
    PowerCurve importLimit = root.curve("importLimitW", request.importLimitW(), grid, 0, Part.MOST);
    PowerCurve exportLimit =
        root.curve(
            "exportLimitW",
            request.exportLimitW(),
            grid,
            0,
            Part.MOST,
            step -> importLimit.watts((int) step));
    Circuits circuits =
        Circuits.read(request.circuits(), importLimit.highest(), voltage, findings.at("circuits"));
    List<EnergyPrice> importPrices =
        prices("importPricePerKwh", request.importPricePerKwh(), grid.size());
    List<Double> exportPrices =
        request.exportPricePerKwh().isEmpty() ? List.of(0.0) : request.exportPricePerKwh();
    List<VehicleDemand> vehicles = vehicles(grid, circuits);
    List<BatteryAsset> batteries = batteries(circuits, importPrices);
    List<SolarForecast> solar = solar(grid, circuits);
    List<UncontrolledLoad> loads = loads(grid, circuits);
    List<EnergyPrice> exportPriceList = prices("exportPricePerKwh", exportPrices, grid.size());
    Optional<PeakPrice> peakPrice = request.peakPrice().map(this::peakPrice);
    double reliefCredit = root.optional("reliefCredit", request.reliefCredit(), 0, 1, 1);
    Optional<SiteId> site =
        findings.at("site").attempt(() -> new SiteId(request.site().orElse("site")));
    findings.throwIfAny(Kind.IMPOSSIBLE);

    Optional<CircuitTree> tree = circuits.tree();
    Optional<PlanningProblem> problem =
        findings.attempt(() ->
            new ProblemDraft(site.orElseThrow(), grid, voltage, tree.orElseThrow())
                .importLimit(importLimit)
                .exportLimit(exportLimit)
                .vehicles(vehicles)
                .batteries(batteries)
                .solar(solar)
                .loads(loads)
                .prices(importPrices, exportPriceList)
                .peaks(peakPrice.stream().toList())
                .reliefCredit(reliefCredit)
                .build());
    findings.throwIfAny(Kind.IMPOSSIBLE);
    return problem.orElseThrow();
  }

  private void requireSolvable(TimeGrid grid) {
    int devices = request.vehicles().size() + request.batteries().size();
    if ((long) devices * grid.size() > MOST_DECISIONS) {
      findings.add(
          "These are %d devices over %d steps; at most %d decisions (devices times steps) are taken."
              .formatted(devices, grid.size(), MOST_DECISIONS));
    }
  }

  private List<EnergyPrice> prices(String key, List<Double> values, int steps) {
    return root.series(key, values, steps, -1000, 1000).stream().map(EnergyPrice::new).toList();
  }

  private PeakPrice peakPrice(PeakPriceRequest peak) {
    Part part = new Part(findings.at("peakPrice"));
    return new PeakPrice(
        part.required("perKw", peak.perKw(), 0, 1e6),
        new Power(part.optional("reachedW", peak.reachedW(), 0, Part.MOST, 0)));
  }

  private List<VehicleDemand> vehicles(TimeGrid grid, Circuits circuits) {
    List<VehicleDemand> vehicles = new ArrayList<>();
    for (int i = 0; i < request.vehicles().size(); i++) {
      new VehicleReader(request.vehicles().get(i), i, findings.at("vehicles").at(i))
          .read(grid, circuits)
          .ifPresent(vehicles::add);
    }
    return vehicles;
  }

  private List<BatteryAsset> batteries(Circuits circuits, List<EnergyPrice> importPrices) {
    double meanPrice =
        importPrices.stream().mapToDouble(EnergyPrice::perKilowattHour).average().orElse(0);
    List<BatteryAsset> batteries = new ArrayList<>();
    for (int i = 0; i < request.batteries().size(); i++) {
      new BatteryReader(request.batteries().get(i), i, findings.at("batteries").at(i))
          .read(circuits, meanPrice)
          .ifPresent(batteries::add);
    }
    return batteries;
  }

  private List<SolarForecast> solar(TimeGrid grid, Circuits circuits) {
    List<SolarForecast> forecasts = new ArrayList<>();
    for (int i = 0; i < request.solar().size(); i++) {
      SolarRequest solar = request.solar().get(i);
      Part part = new Part(findings.at("solar").at(i));
      PowerCurve production = part.curve("powerW", solar.powerW(), grid, -Part.MOST, 0);
      circuits
          .find(solar.circuit(), part.findings())
          .ifPresent(circuit -> forecasts.add(new SolarForecast(circuit, production)));
    }
    return forecasts;
  }

  private List<UncontrolledLoad> loads(TimeGrid grid, Circuits circuits) {
    List<UncontrolledLoad> loads = new ArrayList<>();
    for (int i = 0; i < request.loads().size(); i++) {
      LoadRequest load = request.loads().get(i);
      Part part = new Part(findings.at("loads").at(i));
      circuits
          .find(load.circuit(), part.findings())
          .ifPresent(circuit -> loads.add(LoadReader.read(load, circuit, grid, part)));
    }
    return loads;
  }
}
