package energy.setpoint.core.plan;

import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.money.PriceOverlay;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;
import java.util.Optional;

/**
 * A planning problem being written. What is not stated is not there: no devices, no events, free
 * energy, and import and export up to what the main fuse carries at unity power factor.
 */
public final class ProblemDraft {

  private final SiteId site;
  private final TimeGrid grid;
  private final Voltage voltage;
  private CircuitTree circuits;
  private PowerCurve importLimit;
  private PowerCurve exportLimit;
  private List<VehicleDemand> vehicles = List.of();
  private List<BatteryAsset> batteries = List.of();
  private List<SolarForecast> solar = List.of();
  private List<UncontrolledLoad> loads = List.of();
  private List<FlexibleLoad> flexibleLoads = List.of();
  private Money money;
  private List<GridEvent> events = List.of();
  private List<PriceOverlay> overlays = List.of();
  private Uncertainty uncertainty = new Uncertainty.Ignored();
  private Optional<Plan> inForce = Optional.empty();
  private double reliefCredit;

  public ProblemDraft(SiteId site, TimeGrid grid, Voltage voltage, CircuitTree circuits) {
    this.site = site;
    this.grid = grid;
    this.voltage = voltage;
    this.circuits = circuits;
    double watts = 0;
    for (Phase phase : Phase.values()) {
      watts += circuits.root().fuse().on(phase).at(voltage, 1).watts();
    }
    importLimit = PowerCurve.constant(grid, new Power(watts));
    exportLimit = importLimit;
    EnergyRates free = EnergyRates.flat(EnergyPrice.FREE, grid.size());
    money = new Money(free, free, List.of(), Optional.empty());
  }

  ProblemDraft(PlanningProblem problem) {
    site = problem.site();
    grid = problem.grid();
    voltage = problem.voltage();
    circuits = problem.circuits();
    importLimit = problem.importLimit();
    exportLimit = problem.exportLimit();
    vehicles = problem.vehicles();
    batteries = problem.batteries();
    solar = problem.solar();
    loads = problem.loads();
    flexibleLoads = problem.flexibleLoads();
    money = problem.money();
    events = problem.events();
    uncertainty = problem.uncertainty();
    inForce = problem.inForce();
    reliefCredit = problem.reliefCredit();
  }

  public ProblemDraft circuits(CircuitTree other) {
    circuits = other;
    return this;
  }

  public ProblemDraft importLimit(PowerCurve limit) {
    importLimit = limit;
    return this;
  }

  /** As a magnitude. */
  public ProblemDraft exportLimit(PowerCurve limit) {
    exportLimit = limit;
    return this;
  }

  public ProblemDraft vehicles(List<VehicleDemand> all) {
    vehicles = all;
    return this;
  }

  public ProblemDraft batteries(List<BatteryAsset> all) {
    batteries = all;
    return this;
  }

  public ProblemDraft solar(List<SolarForecast> all) {
    solar = all;
    return this;
  }

  public ProblemDraft loads(List<UncontrolledLoad> all) {
    loads = all;
    return this;
  }

  public ProblemDraft flexibleLoads(List<FlexibleLoad> all) {
    flexibleLoads = all;
    return this;
  }

  public ProblemDraft money(Money all) {
    money = all;
    return this;
  }

  /** Prices with everything included, one for each step. */
  public ProblemDraft prices(List<EnergyPrice> imports, List<EnergyPrice> exports) {
    money =
        new Money(
            EnergyRates.allIn(imports), EnergyRates.allIn(exports), money.peaks(), money.carbon());
    return this;
  }

  public ProblemDraft peaks(List<PeakPrice> all) {
    money = new Money(money.imports(), money.exports(), all, money.carbon());
    return this;
  }

  public ProblemDraft events(List<GridEvent> all) {
    events = all;
    return this;
  }

  /** Laid over the energy prices when the problem is finished, whenever those are stated. */
  public ProblemDraft overlays(List<PriceOverlay> all) {
    overlays = all;
    return this;
  }

  public ProblemDraft uncertainty(Uncertainty other) {
    uncertainty = other;
    return this;
  }

  public ProblemDraft inForce(Plan plan) {
    inForce = Optional.of(plan);
    return this;
  }

  /** From 0 to 1. */
  public ProblemDraft reliefCredit(double credit) {
    reliefCredit = credit;
    return this;
  }

  /**
   * The finished problem.
   *
   * @throws IllegalArgumentException when its parts do not fit together
   */
  public PlanningProblem build() {
    Money withOverlays = money;
    for (PriceOverlay overlay : overlays) {
      withOverlays = overlay.over(withOverlays, grid);
    }
    return new PlanningProblem(
        site,
        grid,
        voltage,
        circuits,
        importLimit,
        exportLimit,
        vehicles,
        batteries,
        solar,
        loads,
        flexibleLoads,
        withOverlays,
        events,
        uncertainty,
        inForce,
        reliefCredit);
  }
}
