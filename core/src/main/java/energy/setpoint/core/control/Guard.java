package energy.setpoint.core.control;

import energy.setpoint.core.guard.Ask;
import energy.setpoint.core.guard.FairShare;
import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.guard.Share;
import energy.setpoint.core.guard.SiteLimits;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what each EVSE and battery may do now: what the plan wants, as far as every fuse and the
 * grid limit allow it on every phase.
 */
final class Guard {

  private final Site site;
  private final Beliefs beliefs;
  private final Wishes wishes;
  private final Occupation occupation;
  private final SiteLimits limits;
  private final Reconciler ledgers;
  private final ChargerGateway chargers;

  Guard(
      Site site,
      ControlSettings settings,
      Beliefs beliefs,
      Reconciler ledgers,
      ChargerGateway chargers) {
    this.site = site;
    this.beliefs = beliefs;
    this.wishes = new Wishes(site.voltage(), settings);
    this.occupation = new Occupation(site, settings);
    this.limits = new SiteLimits(site.circuits(), site.voltage());
    this.ledgers = ledgers;
    this.chargers = chargers;
  }

  /** A device, its wish, and what it counts when it is not asked. */
  private record Candidate(
      ControlPoint point,
      CircuitId circuit,
      List<Phase> phases,
      Current reserved,
      Current minimum,
      Wish wish,
      boolean reachable,
      boolean obeys) {

    Ask ask(Current wanted, Current counted) {
      return new Ask(point, circuit, phases, counted, minimum, wanted, obeys, wish.urgency());
    }
  }

  Decision decide(
      Instant now,
      SessionBook sessions,
      StationBook stations,
      DeviceBook devices,
      Optional<Plan> plan,
      Optional<PhaseCurrents> uncontrolled,
      Power importLimit) {
    List<Candidate> candidates = new ArrayList<>();
    for (Station station : site.stations()) {
      for (Evse evse : station.evses()) {
        candidates.add(candidate(station, evse, sessions, stations, plan, now));
      }
    }
    for (Battery battery : site.batteries()) {
      candidates.add(candidate(battery, devices, plan, now));
    }
    candidates.sort(Comparator.comparingDouble((Candidate c) -> c.wish().urgency()).reversed());

    Map<CircuitId, PhaseCurrents> occupied = occupation.ofImport(uncontrolled);
    List<Limit> drawLimits = limits.list("import", occupied, importLimit);
    List<Limit> feedLimits =
        limits.list("export", occupation.ofExport(devices, now), site.grid().exportLimit());
    return share(candidates, drawLimits, feedLimits, occupied, now);
  }

  private Candidate candidate(
      Station station,
      Evse evse,
      SessionBook sessions,
      StationBook stations,
      Optional<Plan> plan,
      Instant now) {
    Optional<ChargingSession> session = sessions.find(evse.ref());
    boolean reachable = session.isPresent() && chargers.isConnected(station.id());
    if (!reachable) {
      Wish none = new Wish(Current.ZERO, 0, session.isPresent() ? "offline" : "no vehicle");
      Current counted = station.fallback().max(ledgers.ledger(evse.ref()).mayDraw(now));
      return new Candidate(
          evse.ref(), station.circuit(), evse.wiring(), counted, Current.ZERO, none, false, false);
    }
    List<Phase> phases = stations.phasesCounted(evse);
    ChargingSession believed = session.get().withNeed(beliefs.last(session.get()));
    Wish wish =
        wishes.of(
            believed,
            sessions.deliveredSinceNeed(session.get()),
            evse,
            stations.phasesLoaded(evse, session.get().need().phases()),
            plan,
            now);
    Current beyondControl = ledgers.ledger(evse.ref()).beyondControl(now);
    boolean obeys = beyondControl.milliamps() == 0;
    return new Candidate(
        evse.ref(),
        station.circuit(),
        phases,
        station.fallback().max(beyondControl),
        evse.minimum(),
        obeys ? wish : noMoreThanNow(wish, evse, now),
        true,
        obeys);
  }

  /** Who does not obey is not rewarded with what it takes. */
  private Wish noMoreThanNow(Wish wish, Evse evse, Instant now) {
    Current inForce =
        ledgers
            .ledger(evse.ref())
            .findConfirmed(now)
            .map(lease -> lease.allowance().draw())
            .orElse(Current.ZERO);
    return new Wish(
        wish.perPhase().min(inForce), wish.urgency(), wish.reason() + "; does not obey");
  }

  private Candidate candidate(
      Battery battery, DeviceBook devices, Optional<Plan> plan, Instant now) {
    boolean fresh = devices.findFreshBattery(battery.id(), now).isPresent();
    Wish wish =
        fresh ? wishes.of(battery, plan, now) : new Wish(Current.ZERO, 0, "no fresh reading");
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

  private Decision share(
      List<Candidate> candidates,
      List<Limit> drawLimits,
      List<Limit> feedLimits,
      Map<CircuitId, PhaseCurrents> occupied,
      Instant now) {
    List<Ask> draws = new ArrayList<>();
    List<Ask> feeds = new ArrayList<>();
    for (Candidate candidate : candidates) {
      Current wish = candidate.wish().perPhase();
      draws.add(candidate.ask(wish.max(Current.ZERO), candidate.reserved()));
      Current feeding =
          candidate.reachable() ? Current.ZERO : ledgers.ledger(candidate.point()).mayFeed(now);
      feeds.add(candidate.ask(wish.negated().max(Current.ZERO), feeding));
    }
    Map<ControlPoint, Share> mayDraw = FairShare.allocate(draws, drawLimits);
    Map<ControlPoint, Share> mayFeed = FairShare.allocate(feeds, feedLimits);

    List<Desired> desired = new ArrayList<>();
    Map<ControlPoint, String> reasons = new HashMap<>();
    for (Candidate c : candidates) {
      Share share =
          (c.wish().perPhase().isNegative() ? mayFeed : mayDraw)
              .getOrDefault(c.point(), Share.NOTHING);
      desired.add(
          new Desired(c.point(), c.circuit(), c.phases(), allowance(c, share), c.reachable()));
      reasons.put(
          c.point(),
          c.wish().reason() + share.limitedBy().map(limit -> "; limited by " + limit).orElse(""));
    }
    return new Decision(desired, reasons, drawLimits, feedLimits, occupied);
  }

  /** Whole tenths of an ampere, rounded down, as a station can be told. */
  private static Allowance allowance(Candidate candidate, Share share) {
    Current rounded = new Current(share.perPhase().milliamps() / 100 * 100);
    return candidate.wish().perPhase().isNegative()
        ? new Allowance(Current.ZERO, rounded)
        : new Allowance(rounded, Current.ZERO);
  }
}
