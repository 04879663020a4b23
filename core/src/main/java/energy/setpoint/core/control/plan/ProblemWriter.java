package energy.setpoint.core.control.plan;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.part.BatteryAsset;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down what is known now as a planning problem. Confined to the engine's loop. */
public final class ProblemWriter {

  private final Site site;
  private final ControlSettings settings;
  private final DeviceBook devices;
  private final UsableCircuits circuits;
  private final VehicleDemands vehicles;
  private final SunAndLoad sunAndLoad;
  private final PlanPrices prices;

  /**
   * @param beliefs revised with every problem
   * @param experience what past sessions have taught
   */
  public ProblemWriter(
      Site site, ControlSettings settings, Books books, Beliefs beliefs, Experience experience) {
    this.site = site;
    this.settings = settings;
    this.devices = books.devices();
    this.circuits = new UsableCircuits(site, books.sessions());
    this.prices = new PlanPrices(experience);
    this.vehicles =
        new VehicleDemands(
            site, settings, books.sessions(), books.grid().limits(), beliefs, experience, prices);
    this.sunAndLoad = new SunAndLoad(site);
  }

  PlanningProblem write(Instant now, Outlook outlook) {
    TimeGrid grid = TimeGrid.alignedFrom(now, settings.step(), settings.horizon());
    List<EnergyPrice> importPrices = PlanPrices.of(outlook.tariff().importPrice(), grid);
    ProblemDraft draft = new ProblemDraft(site.id(), grid, site.voltage(), circuits.now());
    outlook.inForce().ifPresent(draft::inForce);
    return draft
        .importLimit(PowerCurve.constant(grid, outlook.importLimit()))
        .exportLimit(PowerCurve.constant(grid, outlook.exportLimit()))
        .vehicles(vehicles.within(grid, importPrices))
        .batteries(batteries(now, importPrices))
        .solar(sunAndLoad.solar(grid, outlook))
        .loads(sunAndLoad.loads(grid, outlook))
        .prices(
            prices.withWaiting(importPrices, grid),
            PlanPrices.of(outlook.tariff().exportPrice(), grid))
        .peaks(
            outlook.tariff().demandCharge().stream()
                .map(charge -> prices.peak(charge, now, outlook))
                .toList())
        .build();
  }

  /** Batteries that are heard; what they keep is worth what it saves at the mean price. */
  private List<BatteryAsset> batteries(Instant now, List<EnergyPrice> importPrices) {
    double meanPrice = PlanPrices.mean(importPrices).perKilowattHour();
    List<BatteryAsset> batteries = new ArrayList<>();
    for (var battery : site.batteries()) {
      devices
          .findFreshBattery(battery.id(), now)
          .ifPresent(reading ->
              batteries.add(
                  new BatteryAsset(
                      battery,
                      reading.soc().of(battery.capacity()),
                      new EnergyPrice(Math.max(0, meanPrice * battery.dischargeEfficiency())))));
    }
    return batteries;
  }
}
