package energy.setpoint.core.control.guard;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.control.surplus.SolarSurplus;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists every EVSE and battery with what it wishes and what it counts anyway. */
final class Candidates {

  /** Less planned import than this is inaccuracy. */
  private static final double NO_IMPORT_WATTS = 500;

  private final Site site;
  private final Books books;
  private final Beliefs beliefs;
  private final VehicleWatch watch;
  private final SolarSurplus surplus;
  private final Wishes wishes;
  private final Reconciler ledgers;
  private final ChargerGateway chargers;

  Candidates(
      Site site,
      ControlSettings settings,
      Books books,
      Beliefs beliefs,
      VehicleWatch watch,
      SolarSurplus surplus,
      Reconciler ledgers,
      ChargerGateway chargers) {
    this.site = site;
    this.books = books;
    this.beliefs = beliefs;
    this.watch = watch;
    this.surplus = surplus;
    this.wishes = new Wishes(site.voltage(), settings);
    this.ledgers = ledgers;
    this.chargers = chargers;
  }

  /** The most urgent first; EVSEs before batteries where they are equally urgent. */
  List<Candidate> list(Optional<Plan> plan, Instant now) {
    List<Candidate> candidates = new ArrayList<>();
    for (Station station : site.stations()) {
      for (Evse evse : station.evses()) {
        candidates.add(candidate(station, evse, plan, now));
      }
    }
    for (Battery battery : site.batteries()) {
      candidates.add(candidate(battery, plan, now));
    }
    candidates.sort(Comparator.comparingDouble((Candidate c) -> c.wish().urgency()).reversed());
    return candidates;
  }

  private Candidate candidate(Station station, Evse evse, Optional<Plan> plan, Instant now) {
    Optional<ChargingSession> session = books.sessions().find(evse.ref());
    boolean reachable = session.isPresent() && chargers.isConnected(station.id());
    return reachable
        ? reachable(station, evse, session.get(), plan, now)
        : unreachable(station, evse, session.isPresent() ? "offline" : "no vehicle", now);
  }

  private Candidate unreachable(Station station, Evse evse, String reason, Instant now) {
    Wish none = new Wish(Current.ZERO, 0, reason);
    Current counted = station.fallback().max(ledgers.ledger(evse.ref()).mayDraw(now));
    return new Candidate(
        evse.ref(),
        station.circuit(),
        evse.wiring(),
        counted,
        Current.ZERO,
        none,
        false,
        false,
        books.orders().claimOf(evse, site.voltage(), now),
        false,
        false);
  }

  private Candidate reachable(
      Station station, Evse evse, ChargingSession session, Optional<Plan> plan, Instant now) {
    Optional<StandingOrder> order =
        books.orders().findInForce(evse.ref(), session.transactionId(), now);
    Wish wish = wish(evse, session, order, plan, now);
    DeviceLedger ledger = ledgers.ledger(evse.ref());
    Current beyondControl = ledger.beyondControl(now);
    boolean obeys = beyondControl.milliamps() == 0;
    return new Candidate(
        evse.ref(),
        station.circuit(),
        books.stations().phasesCounted(evse),
        station.fallback().max(beyondControl).max(ledger.offered()),
        evse.minimum(),
        obeys ? wish : noMoreThanNow(wish, evse, now),
        true,
        obeys,
        books.orders().claimOf(evse, site.voltage(), now),
        order.map(StandingOrder::manner).filter(Manner.ActByItself.class::isInstance).isPresent(),
        inForce(evse, now).milliamps() > 0);
  }

  private Wish wish(
      Evse evse,
      ChargingSession session,
      Optional<StandingOrder> order,
      Optional<Plan> plan,
      Instant now) {
    int seen = books.stations().phasesLoaded(evse, session.need().phases());
    Wish free =
        wishes.of(
            session.withNeed(beliefs.last(session)),
            books.sessions().deliveredSinceNeed(session),
            evse,
            order.map(it -> OrderedWish.phases(it.manner(), seen)).orElse(seen),
            plan,
            now);
    Wish wish = order.map(it -> OrderedWish.of(it, free)).orElseGet(() -> onSurplus(evse, free));
    if (watch.overdraws().isPaused(evse.ref())) {
      return new Wish(Current.ZERO, 0, "paused: drew more than it was allowed");
    }
    return watch.sleepers().isBeingWoken(evse.ref(), now)
        ? new Wish(Current.ZERO, wish.urgency(), "waking the vehicle: its offer is withdrawn")
        : wish;
  }

  private Wish onSurplus(Evse evse, Wish free) {
    return surplus
        .find(evse.ref(), evse.minimum())
        .map(most ->
            new Wish(
                most,
                free.urgency(),
                most.equals(Current.ZERO) ? "waits for solar surplus" : "solar surplus"))
        .orElse(free);
  }

  /** Who does not obey is not rewarded with what it takes. */
  private Wish noMoreThanNow(Wish wish, Evse evse, Instant now) {
    return new Wish(
        wish.perPhase().min(inForce(evse, now)), wish.urgency(), wish.reason() + "; does not obey");
  }

  private Current inForce(Evse evse, Instant now) {
    return ledgers
        .ledger(evse.ref())
        .findConfirmed(now)
        .map(lease -> lease.allowance().draw())
        .orElse(Current.ZERO);
  }

  private Candidate candidate(Battery battery, Optional<Plan> plan, Instant now) {
    boolean fresh = books.devices().findFreshBattery(battery.id(), now).isPresent();
    Wish wish =
        fresh
            ? withSurplus(battery, wishes.of(battery, plan, now), plan, now)
            : new Wish(Current.ZERO, 0, "no fresh reading");
    Current counted = fresh ? Current.ZERO : ledgers.ledger(battery.id()).mayDraw(now);
    return new Candidate(
        battery.id(),
        battery.circuit(),
        Arrays.asList(Phase.values()),
        counted,
        Current.ZERO,
        wish,
        fresh,
        fresh);
  }

  /** What a battery was planned to take from the grid, or to give, stays as it is. */
  private Wish withSurplus(Battery battery, Wish wish, Optional<Plan> plan, Instant now) {
    boolean meantTheSun =
        plan.map(it -> it.gridPower().at(now).watts() < NO_IMPORT_WATTS).orElse(true);
    return wish.perPhase().isNegative() || !meantTheSun
        ? wish
        : surplus
            .find(battery, wish.perPhase().at(site.voltage(), 3), now)
            .map(power ->
                new Wish(
                    site.voltage().currentFor(power, 3), wish.urgency(), "solar surplus: " + power))
            .orElse(wish);
  }
}
