package energy.setpoint.core.plan;

import energy.setpoint.core.plan.money.Carbon;
import energy.setpoint.core.plan.money.CostItem;
import energy.setpoint.core.plan.money.CostItem.Kind;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.MeteredImport;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.time.PowerCurve;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a plan costs over its grid, in the site's currency.
 *
 * @param items what is not zero
 * @param carbonKilograms the carbon dioxide that came with the energy from the grid
 */
public record CostBreakdown(List<CostItem> items, double carbonKilograms) {

  private static final Set<Kind> IMPORT =
      EnumSet.of(Kind.IMPORT_ENERGY, Kind.IMPORT_FEE, Kind.IMPORT_TAX);

  private static final Set<Kind> EXPORT =
      EnumSet.of(Kind.EXPORT_ENERGY, Kind.EXPORT_FEE, Kind.EXPORT_TAX);

  public CostBreakdown {
    items = List.copyOf(items);
  }

  /** Everything, the value of what stays in batteries taken off. */
  public double total() {
    return items.stream().mapToDouble(CostItem::amount).sum();
  }

  /** Paid for energy from the grid with fees and tax. */
  public double energyImport() {
    return sum(IMPORT);
  }

  /** Earned for energy into the grid after fees and tax; positive when earned. */
  public double energyExport() {
    return 0 - sum(EXPORT);
  }

  /** What the plan adds to demand charges and contract penalties, at least 0. */
  public double peak() {
    return sum(EnumSet.of(Kind.PEAK));
  }

  public double sum(Set<Kind> kinds) {
    return items.stream()
        .filter(item -> kinds.contains(item.kind()))
        .mapToDouble(CostItem::amount)
        .sum();
  }

  /** The bill of what was decided. */
  public static CostBreakdown of(PlanningProblem problem, Decisions decisions) {
    PowerCurve grid = decisions.gridPower(problem);
    List<CostItem> items = new ArrayList<>();
    addEnergy(items, problem, grid);
    for (PeakPrice price : problem.money().peaks()) {
      double amount = price.costOf(MeteredImport.highest(price, grid));
      items.add(new CostItem(Kind.PEAK, price.name(), amount));
    }
    addDevices(items, problem, decisions);
    for (GridEvent event : problem.events()) {
      if (event.obligation() instanceof GridEvent.Obligation.Paid paid) {
        double penalty = paid.penalty().costOf(deviation(event, grid));
        items.add(new CostItem(Kind.EVENT, event.id(), penalty - paid.reward()));
      }
    }
    items.removeIf(item -> item.amount() == 0);
    return new CostBreakdown(items, carbonKilograms(problem, grid));
  }

  private static void addEnergy(List<CostItem> items, PlanningProblem problem, PowerCurve grid) {
    EnergyRates imports = problem.money().imports();
    EnergyRates exports = problem.money().exports();
    double[] bought = new double[3];
    double[] sold = new double[3];
    double carbon = 0;
    for (int step = 0; step < grid.size(); step++) {
      double kwh = grid.energy(step).kilowattHours();
      EnergyRates rates = kwh >= 0 ? imports : exports;
      double[] sums = kwh >= 0 ? bought : sold;
      double price = rates.energy().get(step).perKilowattHour();
      double fee = rates.fee().perKilowattHour() * (kwh >= 0 ? 1 : -1);
      double tax = rates.taxShare() * (price + fee) * (kwh >= 0 ? 1 : -1);
      sums[0] += kwh * price;
      sums[1] += kwh * fee;
      sums[2] += kwh * tax;
      if (kwh > 0 && problem.money().carbon().isPresent()) {
        carbon += kwh * problem.money().carbon().get().costPerKilowattHour(step);
      }
    }
    items.add(CostItem.of(Kind.IMPORT_ENERGY, bought[0]));
    items.add(CostItem.of(Kind.IMPORT_FEE, bought[1]));
    items.add(CostItem.of(Kind.IMPORT_TAX, bought[2]));
    items.add(CostItem.of(Kind.EXPORT_ENERGY, sold[0]));
    items.add(CostItem.of(Kind.EXPORT_FEE, sold[1]));
    items.add(CostItem.of(Kind.EXPORT_TAX, sold[2]));
    items.add(CostItem.of(Kind.CARBON, carbon));
  }

  private static void addDevices(
      List<CostItem> items, PlanningProblem problem, Decisions decisions) {
    double vehicleWear = 0;
    double late = 0;
    for (int i = 0; i < decisions.vehicles().size(); i++) {
      VehicleDemand demand = problem.vehicles().get(i);
      PowerCurve power = decisions.vehicles().get(i).power();
      vehicleWear += demand.wear().costOf(given(power));
      if (demand.latePrice().isPresent()) {
        late += demand.latePrice().get().costOf(Shortfall.missing(demand, problem.grid(), power));
      }
    }
    double batteryWear = 0;
    double left = 0;
    for (int i = 0; i < decisions.batteries().size(); i++) {
      BatteryAsset asset = problem.batteries().get(i);
      PowerCurve power = decisions.batteries().get(i).power();
      batteryWear += asset.wear().costOf(given(power));
      left += asset.valueOfRest().costOf(StoredEnergy.of(asset, power).atEnd());
    }
    items.add(CostItem.of(Kind.VEHICLE_WEAR, vehicleWear));
    items.add(CostItem.of(Kind.BATTERY_WEAR, batteryWear));
    items.add(CostItem.of(Kind.LATE, late));
    items.add(CostItem.of(Kind.STORED_ENERGY, -left));
  }

  private static Energy given(PowerCurve power) {
    double wattHours = 0;
    for (int step = 0; step < power.size(); step++) {
      wattHours += Math.max(0, -power.energy(step).wattHours());
    }
    return new Energy(wattHours);
  }

  private static Energy deviation(GridEvent event, PowerCurve grid) {
    double wattHours = 0;
    for (int step : event.steps(grid.grid())) {
      wattHours += event.deviation(grid.power(step)).watts() * grid.grid().hours(step);
    }
    return new Energy(wattHours);
  }

  private static double carbonKilograms(PlanningProblem problem, PowerCurve grid) {
    if (problem.money().carbon().isEmpty()) {
      return 0;
    }
    Carbon carbon = problem.money().carbon().get();
    double grams = 0;
    for (int step = 0; step < grid.size(); step++) {
      double kwh = Math.max(0, grid.energy(step).kilowattHours());
      grams += kwh * carbon.gramsPerKilowattHour().get(step);
    }
    return grams / 1000;
  }
}
