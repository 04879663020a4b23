package energy.setpoint.core.control.guard;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.need.Beliefs;
import energy.setpoint.core.control.surplus.SolarSurplus;
import energy.setpoint.core.control.vehicle.VehicleWatch;
import energy.setpoint.core.guard.Ask;
import energy.setpoint.core.guard.FairShare;
import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.guard.Share;
import energy.setpoint.core.guard.SiteLimits;
import energy.setpoint.core.intent.Pace;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.Desired;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.ControlPoint;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what each EVSE and battery may do now: what the plan wants, as far as every fuse and the
 * grid limit allow it on every phase. Confined to the engine's loop.
 */
public final class Guard {

  private static final Current FINE_CHANGE = Current.ofAmps(0.3);

  private final Site site;
  private final Books books;
  private final Candidates candidates;
  private final Occupation occupation;
  private final SiteLimits limits;
  private final VehicleWatch watch;
  private final Reconciler ledgers;
  private final ChargerGateway chargers;

  /**
   * @param beliefs what the planner believes that vehicles need
   * @param watch how vehicles behave
   * @param surplus what the sun leaves to those that charge on it
   * @param chargers asked which stations are connected
   */
  public Guard(
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
    this.candidates =
        new Candidates(site, settings, books, beliefs, watch, surplus, ledgers, chargers);
    this.occupation = new Occupation(site, settings);
    this.limits = new SiteLimits(site.circuits(), site.voltage());
    this.watch = watch;
    this.ledgers = ledgers;
    this.chargers = chargers;
  }

  /**
   * One look at the fuses.
   *
   * @param plan in force; without one the capacity is shared fairly
   */
  public Decision decide(Look look, Optional<Plan> plan) {
    Instant now = look.now();
    List<Candidate> asking = candidates.list(plan, now);
    Map<CircuitId, PhaseCurrents> occupied = occupation.ofImport(look.uncontrolled());
    List<Limit> drawLimits = limits.list("import", occupied, look.importLimit());
    List<Limit> feedLimits =
        limits.list("export", occupation.ofExport(books.devices(), now), look.exportLimit());
    return share(asking, drawLimits, feedLimits, occupied, now);
  }

  private Decision share(
      List<Candidate> asking,
      List<Limit> drawLimits,
      List<Limit> feedLimits,
      Map<CircuitId, PhaseCurrents> occupied,
      Instant now) {
    Map<ControlPoint, Share> mayDraw =
        shareDraw(asking.stream().map(Candidate::askToDraw).toList(), drawLimits);
    Map<ControlPoint, Share> mayFeed =
        FairShare.allocate(asking.stream().map(c -> askToFeed(c, now)).toList(), feedLimits);
    List<Desired> desired = new ArrayList<>();
    Map<ControlPoint, String> reasons = new HashMap<>();
    for (Candidate c : asking) {
      Share draw = mayDraw.getOrDefault(c.point(), Share.NOTHING);
      Share feed = mayFeed.getOrDefault(c.point(), Share.NOTHING);
      Share share = c.wish().perPhase().isNegative() ? feed : draw;
      desired.add(
          new Desired(
              c.point(),
              c.circuit(),
              c.phases(),
              c.actsByItself() ? within(c.claim(), draw, feed) : allowance(c, share),
              c.reachable(),
              smallestChange(c.point())));
      reasons.put(
          c.point(),
          c.wish().reason() + share.limitedBy().map(limit -> "; limited by " + limit).orElse(""));
    }
    return new Decision(desired, reasons, drawLimits, feedLimits, occupied);
  }

  /** Only where somebody is short is it taken from others what they do not use. */
  private Map<ControlPoint, Share> shareDraw(List<Ask> asks, List<Limit> limits) {
    Map<ControlPoint, Share> shares = FairShare.allocate(asks, limits);
    boolean somebodyIsShort =
        shares.values().stream().anyMatch(share -> share.limitedBy().isPresent());
    List<Ask> used = somebodyIsShort ? asks.stream().map(this::withoutUnused).toList() : asks;
    return used.equals(asks) ? shares : FairShare.allocate(used, limits);
  }

  /** What an order holds back on one phase is not unused. */
  private Ask withoutUnused(Ask ask) {
    return ask.point() instanceof EvseRef evse && books.orders().find(evse).isEmpty()
        ? watch.unused().findUse(evse).map(ask::withAtMost).orElse(ask)
        : ask;
  }

  private Ask askToFeed(Candidate candidate, Instant now) {
    return candidate.askToFeed(
        candidate.reachable() ? Current.ZERO : ledgers.ledger(candidate.point()).mayFeed(now));
  }

  /** A setpoint that is moved by short messages may be moved for little. */
  private Current smallestChange(ControlPoint point) {
    return switch (point) {
      case EvseRef ref when isMovable(ref) -> FINE_CHANGE;
      case EvseRef _, DeviceId _ -> Desired.USUAL_CHANGE;
    };
  }

  private boolean isMovable(EvseRef ref) {
    return site.findEvse(ref).map(Evse::bidirectional).orElse(false)
        && chargers.pace(ref.station()) == Pace.FAST;
  }

  /** All that an order asks for, or a plain limit as long as the fuses do not bear that. */
  private static Allowance within(Allowance ordered, Share draw, Share feed) {
    Allowance given = new Allowance(draw.perPhase(), feed.perPhase());
    return given.covers(ordered)
        ? ordered
        : new Allowance(tenths(draw.perPhase().min(ordered.draw())), Current.ZERO);
  }

  /** Whole tenths of an ampere, rounded down, as a station can be told. */
  private static Current tenths(Current current) {
    return new Current(current.milliamps() / 100 * 100);
  }

  private static Allowance allowance(Candidate candidate, Share share) {
    Current rounded = tenths(share.perPhase());
    return candidate.wish().perPhase().isNegative()
        ? new Allowance(Current.ZERO, rounded)
        : new Allowance(rounded, Current.ZERO);
  }
}
