package energy.setpoint.core.control.plan;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.grid.ExternalLimits;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.control.need.PlannedDeparture;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The vehicles of a plan: those that are there, as they are believed, and those to come. */
final class VehicleDemands {

  private final Site site;
  private final ControlSettings settings;
  private final SessionBook sessions;
  private final ExternalLimits limits;
  private final Beliefs beliefs;
  private final Experience experience;
  private final ExpectedVehicles expected;
  private final PlanPrices prices;

  VehicleDemands(
      Site site,
      ControlSettings settings,
      SessionBook sessions,
      ExternalLimits limits,
      Beliefs beliefs,
      Experience experience,
      PlanPrices prices) {
    this.site = site;
    this.settings = settings;
    this.sessions = sessions;
    this.limits = limits;
    this.beliefs = beliefs;
    this.experience = experience;
    this.expected = new ExpectedVehicles(site);
    this.prices = prices;
  }

  /**
   * @param importPrices of each step of the grid
   */
  List<VehicleDemand> within(TimeGrid grid, List<EnergyPrice> importPrices) {
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
    Instant departure = PlannedDeparture.of(need, grid);
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
        need.maxCharge().min(allowed(evse, phases, grid, departure, evseMaximum)),
        twoWay ? need.maxDischarge().min(evseMaximum) : Power.ZERO,
        settings.chargeEfficiency(),
        settings.dischargeEfficiency(),
        1);
  }

  /**
   * A limit that others put on the EVSE for all of the vehicle's time bounds it; one that ends
   * earlier does not, for then the vehicle may charge as fast as ever.
   */
  private Power allowed(
      Evse evse, int phases, TimeGrid grid, Instant departure, Power evseMaximum) {
    Interval stay = new Interval(grid.start(), earlier(departure, grid.end()));
    return limits
        .findMost(evse.ref(), stay, site.voltage(), phases)
        .map(evseMaximum::min)
        .orElse(evseMaximum);
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
}
