package energy.setpoint.core.control;

import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.BatteryAsset;
import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.ProblemDraft;
import energy.setpoint.core.plan.SolarForecast;
import energy.setpoint.core.plan.UncontrolledLoad;
import energy.setpoint.core.plan.VehicleDemand;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.CircuitTree;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what is known now as a planning problem. */
final class ProblemWriter {

  /** A vehicle that stays past its announced departure is served within this time. */
  private static final Duration OVERTIME = Duration.ofMinutes(15);

  /** Plans aim to be done this long before a departure, for vehicles lag behind their limits. */
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(10);

  private static final Duration SHORTEST = Duration.ofMinutes(1);

  private static final double PEAK_TOLERANCE = Double.parseDouble(System.getProperty("tol", "0.015"));
  private static final double WORTH = Double.parseDouble(System.getProperty("worth", "30"));
  private static final double WAIT = Double.parseDouble(System.getProperty("wait", "0"));
  private static final double WAITH = Double.parseDouble(System.getProperty("waith", "6"));

  private static final PhaseCurrents NEXT_TO_NOTHING =
      PhaseCurrents.balanced(Current.ofMilliamps(1));

  private final Site site;
  private final ControlSettings settings;
  private final Beliefs beliefs;
  private final Experience experience;
  private final ExpectedVehicles expected;

  ProblemWriter(Site site, ControlSettings settings, Beliefs beliefs, Experience experience) {
    this.site = site;
    this.settings = settings;
    this.beliefs = beliefs;
    this.experience = experience;
    this.expected = new ExpectedVehicles(site);
  }

  PlanningProblem write(Instant now, SessionBook sessions, DeviceBook devices, Outlook outlook) {
    TimeGrid grid = TimeGrid.alignedFrom(now, settings.step(), settings.horizon());
    List<EnergyPrice> importPrices = prices(grid, outlook.tariff().importPrice());
    ProblemDraft draft =
        new ProblemDraft(site.id(), grid, site.voltage(), withoutReserves(sessions));
    outlook.inForce().ifPresent(draft::inForce);
    return draft
        .importLimit(PowerCurve.constant(grid, outlook.importLimit()))
        .exportLimit(PowerCurve.constant(grid, site.grid().exportLimit()))
        .vehicles(vehicles(grid, sessions, importPrices))
        .batteries(batteries(now, devices, importPrices))
        .solar(solar(grid, outlook))
        .loads(loads(grid, outlook))
        .prices(waiting(grid, importPrices), prices(grid, outlook.tariff().exportPrice()))
        .peaks(
            outlook.tariff().demandCharge().stream()
                .map(charge ->
                    peakPrice(charge, now, outlook))
                .toList())
        .build();
  }

  /**
   * The peak up to which import costs nothing more is what the month has seen, or will probably
   * need anyway. Without the latter a plan would pay on the first days for fear of a peak that
   * comes later all the same. A little is left for what stations do not follow exactly, or each day
   * would reach a little more than the one before.
   */
  private PeakPrice peakPrice(DemandCharge charge, Instant now, Outlook outlook) {
    Power known = outlook.peakReached().max(experience.expectedPeak(now));
    Power free = known.times(1 - PEAK_TOLERANCE).min(outlook.importLimit());
    long metering = outlook.metering().toMillis();
    Duration elapsed = Duration.ofMillis(Math.floorMod(now.toEpochMilli(), metering));
    Energy taken = outlook.taken().max(free.over(elapsed));
    return new PeakPrice(charge.perKilowatt(), free).metered(outlook.metering(), taken);
  }

  /**
   * The circuits as far as the guard will let them be used: what EVSEs without a vehicle may fall
   * back to is taken off their fuses, and each phase has a third of its transformer.
   */
  private CircuitTree withoutReserves(SessionBook sessions) {
    Map<CircuitId, PhaseCurrents> reserved = new HashMap<>();
    for (Station station : site.stations()) {
      for (Evse evse : station.evses()) {
        if (sessions.find(evse.ref()).isEmpty()) {
          PhaseCurrents fallback = PhaseCurrents.on(evse.wiring(), station.fallback());
          site.circuits()
              .pathToRoot(station.circuit())
              .forEach(c -> reserved.merge(c.id(), fallback, PhaseCurrents::plus));
        }
      }
    }
    return new CircuitTree(
        site.circuits().all().stream()
            .map(c ->
                c.withFuse(
                    c.carries(site.voltage())
                        .minus(reserved.getOrDefault(c.id(), PhaseCurrents.ZERO))
                        .max(NEXT_TO_NOTHING)))
            .toList());
  }

  private static List<EnergyPrice> prices(TimeGrid grid, PriceRule rule) {
    List<EnergyPrice> prices = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      prices.add(rule.over(grid.step(step)));
    }
    return prices;
  }

  private static List<EnergyPrice> waiting(TimeGrid grid, List<EnergyPrice> prices) {
    List<EnergyPrice> out = new ArrayList<>();
    double mean = mean(prices).perKilowattHour();
    for (int i = 0; i < grid.size(); i++) {
      double h = Duration.between(grid.start(), grid.step(i).start()).toMillis() / 3.6e6;
      out.add(new EnergyPrice(prices.get(i).perKilowattHour() + mean * WAIT * Math.min(h, WAITH)));
    }
    return out;
  }

  private static EnergyPrice mean(List<EnergyPrice> prices) {
    return new EnergyPrice(
        prices.stream().mapToDouble(EnergyPrice::perKilowattHour).average().orElse(0));
  }

  private List<VehicleDemand> vehicles(
      TimeGrid grid, SessionBook sessions, List<EnergyPrice> importPrices) {
    List<VehicleDemand> vehicles = new ArrayList<>();
    beliefs.keepOnly(sessions.open());
    EnergyPrice usual = mean(importPrices);
    for (ChargingSession session : sessions.open()) {
      Optional<Station> station = site.findStation(session.evse().station());
      Optional<Evse> evse = site.findEvse(session.evse());
      if (station.isPresent() && evse.isPresent()) {
        Energy delivered = sessions.deliveredSinceNeed(session);
        VehicleDemand demand = vehicle(grid, session, delivered, station.get(), evse.get());
        vehicles.add(isMatterOfMoney(session, grid) ? demand.withLatePrice(worth(usual)) : demand);
      }
    }
    vehicles.addAll(expected.demands(experience.expectedArrivals(grid), grid, usual));
    return vehicles;
  }

  /** What drivers say is too uncertain to pay any price for it once the month's peak is known. */
  private boolean isMatterOfMoney(ChargingSession session, TimeGrid grid) {
    return WORTH > 0 && session.need().isEnergyOnly() && experience.expectedPeak(grid.start()).watts() > 0;
  }

  private static EnergyPrice worth(EnergyPrice usual) {
    return new EnergyPrice(WORTH * Math.max(0, usual.perKilowattHour()));
  }

  private VehicleDemand vehicle(
      TimeGrid grid, ChargingSession session, Energy delivered, Station station, Evse evse) {
    ChargingNeed need = beliefs.revise(session, grid.start());
    Energy stored = NeedBook.storedNow(need, session.soc(), delivered, settings.chargeEfficiency());
    Instant departure = plannedDeparture(need, grid.start());
    Energy target = targetWithin(grid, departure, stored, need.target());
    int phases = evse.phasesLoadedBy(need.phases()).size();
    boolean twoWay = evse.bidirectional() && need.mayDischarge();
    Power evseMaximum = evse.maximum().at(site.voltage(), phases);
    return new VehicleDemand(
        session.id(),
        session.evse(),
        station.circuit(),
        evse.phasesLoadedBy(need.phases()),
        new Interval(earlier(session.started(), grid.start()), departure),
        stored,
        need.capacity(),
        target,
        twoWay ? need.minimumAtDeparture().min(target) : Energy.ZERO,
        twoWay ? need.floor().min(stored) : Energy.ZERO,
        need.maxCharge().min(evseMaximum),
        twoWay ? need.maxDischarge().min(evseMaximum) : Power.ZERO,
        settings.chargeEfficiency(),
        settings.dischargeEfficiency(),
        1);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** A vehicle that stays longer than the plan reaches needs only its share by the plan's end. */
  private static Energy targetWithin(
      TimeGrid grid, Instant departure, Energy stored, Energy target) {
    if (!departure.isAfter(grid.end()) || target.compareTo(stored) <= 0) {
      return target;
    }
    double share =
        (double) Duration.between(grid.start(), grid.end()).toMillis()
            / Duration.between(grid.start(), departure).toMillis();
    return stored.plus(target.minus(stored).times(share));
  }

  private List<BatteryAsset> batteries(
      Instant now, DeviceBook devices, List<EnergyPrice> importPrices) {
    double meanPrice = mean(importPrices).perKilowattHour();
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

  private List<SolarForecast> solar(TimeGrid grid, Outlook outlook) {
    Power rated = site.inverters().stream().map(Inverter::rated).reduce(Power.ZERO, Power::plus);
    if (rated.watts() == 0) {
      return List.of();
    }
    PowerCurve all = outlook.production().forecastProduction(grid, outlook.measuredProduction());
    List<SolarForecast> forecasts = new ArrayList<>();
    for (Inverter inverter : site.inverters()) {
      double share = inverter.rated().watts() / rated.watts();
      forecasts.add(
          new SolarForecast(
              inverter.circuit(),
              PowerCurve.generate(
                  grid, i -> Math.max(all.watts(i) * share, -inverter.rated().watts()))));
    }
    return forecasts;
  }

  private List<UncontrolledLoad> loads(TimeGrid grid, Outlook outlook) {
    CircuitId root = site.circuits().root().id();
    PowerCurve forecast = outlook.load().forecastLoad(grid, outlook.measuredLoad());
    return List.of(UncontrolledLoad.balanced(root, forecast));
  }

  /**
   * The departure that a plan reckons with when it starts at an instant: a tenth of the time that
   * is left sooner than announced, at most ten minutes.
   */
  static Instant plannedDeparture(ChargingNeed need, Instant planStart) {
    Instant soonest = planStart.plus(OVERTIME);
    if (!need.departure().isAfter(planStart)) {
      return soonest;
    }
    Duration tenth = Duration.between(planStart, need.departure()).dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    Instant aim = need.departure().minus(margin);
    return aim.isAfter(planStart.plus(SHORTEST)) ? aim : planStart.plus(SHORTEST);
  }
}
