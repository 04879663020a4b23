package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.Uncertainty;
import energy.setpoint.core.plan.money.Carbon;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.FlexibleLoad;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.SolarForecast;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A planning problem for a test: one circuit "main" of 3 × 1000 A at 230 V, a grid connection that
 * never binds, energy at 0.30 to buy and 0.10 to sell, nothing else. Curves are given by one value
 * for each step, or by fewer, the last of which then stays.
 */
public final class ProblemBuilder {

  /** Midnight before a winter's day. */
  public static final Instant START = Instant.parse("2026-01-15T00:00:00Z");

  private final TimeGrid grid;
  private final List<Circuit> circuits = new ArrayList<>();
  private final List<VehicleDemand> vehicles = new ArrayList<>();
  private final List<BatteryAsset> batteries = new ArrayList<>();
  private final List<SolarForecast> solar = new ArrayList<>();
  private final List<UncontrolledLoad> loads = new ArrayList<>();
  private double[] importKw = {10_000};
  private double[] exportKw = {10_000};
  private double[] importPrices = {0.30};
  private double[] exportPrices = {0.10};
  private final List<PeakPrice> peaks = new ArrayList<>();
  private final List<FlexibleLoad> flexibleLoads = new ArrayList<>();
  private final List<GridEvent> events = new ArrayList<>();
  private double importFee;
  private double exportFee;
  private double importTax;
  private double exportTax;
  private Optional<Carbon> carbon = Optional.empty();
  private Uncertainty uncertainty = new Uncertainty.Ignored();
  private double reliefCredit = 1;

  private ProblemBuilder(TimeGrid grid) {
    this.grid = grid;
    circuits.add(newCircuit("main", Optional.empty(), 1000));
  }

  /** Some hours in steps of one hour. */
  public static ProblemBuilder hours(int hours) {
    return over(TimeGrid.uniform(START, Duration.ofHours(1), hours));
  }

  /** Some quarters of an hour. */
  public static ProblemBuilder quarters(int quarters) {
    return over(TimeGrid.uniform(START, Duration.ofMinutes(15), quarters));
  }

  public static ProblemBuilder over(TimeGrid grid) {
    return new ProblemBuilder(grid);
  }

  /** Replaces the fuse of the main circuit, the same on each phase. */
  public ProblemBuilder mainFuse(double amps) {
    circuits.removeFirst();
    circuits.addFirst(newCircuit("main", Optional.empty(), amps));
    return this;
  }

  /** A circuit below another, its fuse the same on each phase. */
  public ProblemBuilder circuit(String id, String parent, double amps) {
    circuits.add(newCircuit(id, Optional.of(new CircuitId(parent)), amps));
    return this;
  }

  private static Circuit newCircuit(String id, Optional<CircuitId> parent, double amps) {
    return new Circuit(
        new CircuitId(id), parent, PhaseCurrents.ofAmps(amps, amps, amps), PhaseCurrents.ZERO);
  }

  public ProblemBuilder with(VehicleBuilder vehicle) {
    vehicles.add(vehicle.build());
    return this;
  }

  public ProblemBuilder with(BatteryBuilder battery) {
    batteries.add(battery.build());
    return this;
  }

  public ProblemBuilder importLimitKw(double... kilowatts) {
    importKw = kilowatts;
    return this;
  }

  /** As magnitudes. */
  public ProblemBuilder exportLimitKw(double... kilowatts) {
    exportKw = kilowatts;
    return this;
  }

  public ProblemBuilder buyingAt(double... prices) {
    importPrices = prices;
    return this;
  }

  public ProblemBuilder sellingAt(double... prices) {
    exportPrices = prices;
    return this;
  }

  /** Production as magnitudes. */
  public ProblemBuilder solarKw(String circuit, double... kilowatts) {
    PowerCurve production = curve(kilowatts, -1);
    solar.add(new SolarForecast(new CircuitId(circuit), production));
    return this;
  }

  /** Evenly on three phases. */
  public ProblemBuilder loadKw(String circuit, double... kilowatts) {
    loads.add(UncontrolledLoad.balanced(new CircuitId(circuit), curve(kilowatts, 1)));
    return this;
  }

  /** On the first phase only. */
  public ProblemBuilder loadOnL1Kw(String circuit, double... kilowatts) {
    PowerCurve none = PowerCurve.zero(grid);
    loads.add(new UncontrolledLoad(new CircuitId(circuit), curve(kilowatts, 1), none, none));
    return this;
  }

  /** A demand charge on the mean of every step. */
  public ProblemBuilder peakPrice(double perKilowatt, double reachedKw) {
    return with(new PeakPrice(perKilowatt, Power.ofKilowatts(reachedKw)));
  }

  public ProblemBuilder with(PeakPrice price) {
    peaks.add(price);
    return this;
  }

  public ProblemBuilder with(GridEvent event) {
    events.add(event);
    return this;
  }

  public ProblemBuilder with(FlexibleLoad load) {
    flexibleLoads.add(load);
    return this;
  }

  public ProblemBuilder with(Uncertainty how) {
    uncertainty = how;
    return this;
  }

  /** Fees per kilowatt-hour on top of the prices. */
  public ProblemBuilder fees(double onImport, double onExport) {
    importFee = onImport;
    exportFee = onExport;
    return this;
  }

  /** Shares of price and fee together. */
  public ProblemBuilder taxes(double onImport, double onExport) {
    importTax = onImport;
    exportTax = onExport;
    return this;
  }

  /** Grams per kilowatt-hour in each step, and what a kilogram costs. */
  public ProblemBuilder carbon(double pricePerKilogram, double... grams) {
    List<Double> all = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      all.add(valueAt(grams, step));
    }
    carbon = Optional.of(new Carbon(all, pricePerKilogram));
    return this;
  }

  /** Production as magnitudes, which the plan may hold back. */
  public ProblemBuilder curtailableSolarKw(String circuit, double... kilowatts) {
    solar.add(new SolarForecast(new CircuitId(circuit), curve(kilowatts, -1), true));
    return this;
  }

  /** Replaces a circuit by one with a transformer or a limit on imbalance. */
  public ProblemBuilder limiting(
      String circuit, Optional<Power> rating, Optional<Current> maxImbalance) {
    circuits.replaceAll(c ->
        c.id().value().equals(circuit)
            ? new Circuit(c.id(), c.parent(), c.fuse(), c.uncontrolledMax(), rating, maxImbalance)
            : c);
    return this;
  }

  public ProblemBuilder reliefCredit(double credit) {
    reliefCredit = credit;
    return this;
  }

  public PlanningProblem build() {
    return new ProblemDraft(
            new SiteId("depot"), grid, Voltage.ofVolts(230), new CircuitTree(circuits))
        .importLimit(curve(importKw, 1))
        .exportLimit(curve(exportKw, 1))
        .vehicles(vehicles)
        .batteries(batteries)
        .solar(solar)
        .loads(loads)
        .flexibleLoads(flexibleLoads)
        .money(money())
        .events(events)
        .uncertainty(uncertainty)
        .reliefCredit(reliefCredit)
        .build();
  }

  private Money money() {
    return new Money(
        new EnergyRates(prices(importPrices), EnergyPrice.ofKilowattHour(importFee), importTax),
        new EnergyRates(prices(exportPrices), EnergyPrice.ofKilowattHour(exportFee), exportTax),
        peaks,
        carbon);
  }

  private PowerCurve curve(double[] kilowatts, double sign) {
    return PowerCurve.generate(grid, step -> sign * 1000 * valueAt(kilowatts, step));
  }

  private List<EnergyPrice> prices(double[] values) {
    EnergyPrice[] prices = new EnergyPrice[grid.size()];
    Arrays.setAll(prices, step -> EnergyPrice.ofKilowattHour(valueAt(values, step)));
    return List.of(prices);
  }

  private static double valueAt(double[] values, int step) {
    return values[Math.min(step, values.length - 1)];
  }
}
