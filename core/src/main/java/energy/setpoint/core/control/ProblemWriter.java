package energy.setpoint.core.control;

import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.BatteryAsset;
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
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

  private static final PhaseCurrents NEXT_TO_NOTHING =
      PhaseCurrents.balanced(Current.ofMilliamps(1));

  private final Site site;
  private final ControlSettings settings;
  private final Beliefs beliefs;
  private final Experience experience;
  private final ExpectedVehicles expected;
  private final PlanPrices prices;

  ProblemWriter(Site site, ControlSettings settings, Beliefs beliefs, Experience experience) {
    this.site = site;
    this.settings = settings;
    this.beliefs = beliefs;
    this.experience = experience;
    this.expected = new ExpectedVehicles(site);
    this.prices = new PlanPrices(experience);
  }

  PlanningProblem write(Instant now, SessionBook sessions, DeviceBook devices, Outlook outlook) {
    TimeGrid grid = TimeGrid.alignedFrom(now, settings.step(), settings.horizon());
    List<EnergyPrice> importPrices = PlanPrices.of(outlook.tariff().importPrice(), grid);
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
        .prices(
            prices.withWaiting(importPrices, grid),
            PlanPrices.of(outlook.tariff().exportPrice(), grid))
        .peaks(
            outlook.tariff().demandCharge().stream()
                .map(charge -> prices.peak(charge, now, outlook))
                .toList())
        .build();
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

  private List<VehicleDemand> vehicles(
      TimeGrid grid, SessionBook sessions, List<EnergyPrice> importPrices) {
    List<VehicleDemand> vehicles = new ArrayList<>();
    beliefs.keepOnly(sessions.open());
    EnergyPrice usual = PlanPrices.mean(importPrices);
    for (ChargingSession session : sessions.open()) {
      Optional<Station> station = site.findStation(session.evse().station());
      Optional<Evse> evse = site.findEvse(session.evse());
      if (station.isPresent() && evse.isPresent()) {
        Energy delivered = sessions.deliveredSinceNeed(session);
        VehicleDemand demand = vehicle(grid, session, delivered, station.get(), evse.get());
        boolean words = session.need().isEnergyOnly();
        Optional<EnergyPrice> worth =
            words ? prices.worthOfWords(demand, usual, grid.start()) : Optional.empty();
        vehicles.add(worth.map(demand::withLatePrice).orElse(demand));
      }
    }
    vehicles.addAll(expected.demands(experience.expectedArrivals(grid), grid, usual));
    return vehicles;
  }

  private VehicleDemand vehicle(
      TimeGrid grid, ChargingSession session, Energy delivered, Station station, Evse evse) {
    ChargingNeed need = beliefs.revise(session, grid.start());
    Energy stored = NeedBook.storedNow(need, session.soc(), delivered, settings.chargeEfficiency());
    Instant departure = plannedDeparture(need, grid);
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
   * The departure that a plan reckons with: a tenth of the time that is left sooner than announced,
   * at most ten minutes, and then on the nearest boundary of the grid that is not later than
   * announced. A vehicle that leaves within a step would take its share of it in a shorter time, at
   * a power that the plan does not see.
   */
  static Instant plannedDeparture(ChargingNeed need, TimeGrid grid) {
    Instant departure = soonEnough(need, grid.start());
    return onBoundary(departure, Collections.max(List.of(departure, need.departure())), grid);
  }

  private static Instant soonEnough(ChargingNeed need, Instant planStart) {
    Instant soonest = planStart.plus(OVERTIME);
    if (!need.departure().isAfter(planStart)) {
      return soonest;
    }
    Duration tenth = Duration.between(planStart, need.departure()).dividedBy(10);
    Duration margin = tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN;
    Instant aim = need.departure().minus(margin);
    return aim.isAfter(planStart.plus(SHORTEST)) ? aim : planStart.plus(SHORTEST);
  }

  /** Who leaves early in the first step is not planned beyond: there is no boundary before. */
  private static Instant onBoundary(Instant departure, Instant latest, TimeGrid grid) {
    int step = grid.indexAt(departure);
    if (step >= grid.size()) {
      return departure;
    }
    Interval within = grid.step(step);
    Instant middle = within.start().plus(within.length().dividedBy(2));
    if (!departure.isBefore(middle) && !within.end().isAfter(latest)) {
      return within.end();
    }
    return step == 0 ? departure : within.start();
  }
}
