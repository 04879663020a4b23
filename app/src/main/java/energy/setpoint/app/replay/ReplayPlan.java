package energy.setpoint.app.replay;

import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.time.Interval;
import energy.setpoint.simulation.physics.ChargingCurve;
import energy.setpoint.simulation.physics.Temper;
import energy.setpoint.simulation.physics.VehicleModel;
import energy.setpoint.simulation.world.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which recorded session is replayed at which EVSE. A session goes to the EVSE whose station has
 * the recorded name; where there is none, to the first that is free.
 *
 * @param visits in the order of their arrival
 * @param recorded what each visit replays
 * @param elsewhere how many went to another EVSE than the recorded one
 * @param turnedAway how many found no free EVSE and are left out
 * @param feasible the most that could be delivered if every vehicle charged at once at full power
 */
record ReplayPlan(
    List<Visit> visits,
    Map<Visit, RecordedSession> recorded,
    int elsewhere,
    int turnedAway,
    Energy feasible) {

  private static final StateOfCharge ARRIVAL = StateOfCharge.ofPercent(20);

  /** Nobody knows the batteries of the recorded vehicles; this leaves room for every session. */
  private static final Energy SMALLEST_BATTERY = Energy.ofKilowattHours(60);

  static ReplayPlan of(Site site, List<RecordedSession> sessions) {
    List<Visit> visits = new ArrayList<>();
    Map<Visit, RecordedSession> recorded = new HashMap<>();
    Map<EvseRef, Instant> freeFrom = new HashMap<>();
    int elsewhere = 0;
    int turnedAway = 0;
    Energy feasible = Energy.ZERO;
    for (RecordedSession session :
        sessions.stream().sorted(Comparator.comparing(RecordedSession::arrival)).toList()) {
      Optional<Evse> named = freeEvse(site, freeFrom, session, true);
      Optional<Evse> place = named.or(() -> freeEvse(site, freeFrom, session, false));
      if (place.isEmpty()) {
        turnedAway++;
        continue;
      }
      elsewhere += named.isPresent() ? 0 : 1;
      freeFrom.put(place.get().ref(), session.departure());
      Visit visit = visit(site, session, place.get());
      visits.add(visit);
      recorded.put(visit, session);
      feasible = feasible.plus(feasible(visit));
    }
    return new ReplayPlan(visits, recorded, elsewhere, turnedAway, feasible);
  }

  private static Optional<Evse> freeEvse(
      Site site, Map<EvseRef, Instant> freeFrom, RecordedSession session, boolean byName) {
    return site.evses()
        .filter(evse -> !byName || evse.ref().station().value().equals(session.evse()))
        .filter(evse -> !session.arrival().isBefore(freeFrom.getOrDefault(evse.ref(), Instant.MIN)))
        .findFirst();
  }

  /** The most that a vehicle could get if it charged at once at full power. */
  static Energy feasible(Visit visit) {
    Energy capacity = visit.vehicle().capacity();
    Energy wanted = visit.full().of(capacity).minus(visit.arrival().of(capacity));
    return wanted.min(visit.vehicle().maxAc().over(visit.stay().length()));
  }

  private static Visit visit(Site site, RecordedSession session, Evse evse) {
    Power most = evse.maximumPower(site.voltage());
    Power power = session.maxPower().map(most::min).orElse(most);
    Energy battery = SMALLEST_BATTERY.max(session.delivered().times(1.25));
    double wanted = ARRIVAL.fraction() + session.delivered().wattHours() / battery.wattHours();
    StateOfCharge full = new StateOfCharge(Math.min(1, wanted));
    return new Visit(
        evse.ref(),
        new Interval(session.arrival(), session.departure()),
        ideal(battery, power, evse.phases()),
        ARRIVAL,
        full,
        full,
        token(session.id()),
        true);
  }

  /** Without losses and taper, as the recordings count energy at the EVSE. */
  private static VehicleModel ideal(Energy battery, Power power, int phases) {
    VehicleModel van = VehicleModel.van();
    return new VehicleModel(
        battery,
        power,
        power,
        phases,
        1,
        new ChargingCurve(List.of(new ChargingCurve.Point(1, 1))),
        van.reaction(),
        van.rampPerSecond(),
        Optional.empty(),
        Temper.GOOD);
  }

  private static String token(String id) {
    return id.length() <= 20 ? id : id.substring(id.length() - 20);
  }
}
