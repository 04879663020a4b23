package energy.setpoint.core.control.loop;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteModel;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.grid.GridBook;
import energy.setpoint.core.control.guard.Decision;
import energy.setpoint.core.control.guard.Look;
import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.control.limit.GridSignals;
import energy.setpoint.core.control.order.OrderDesk;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.site.SiteForecasts;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.reading.GridSignalReading;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The loop of one site: state, plan, guard, reconcile.
 *
 * <p>Confined to one thread at a time, the loop: every method must be called there unless it says
 * otherwise, and answers of devices are brought back to it by the executor. Planning runs
 * elsewhere, so that a slow optimizer never delays the guard.
 */
public final class SiteController {

  private static final System.Logger LOG = System.getLogger(SiteController.class.getName());

  private final Site site;
  private final InstantSource clock;
  private final LoopParts parts;
  private volatile Optional<SiteSnapshot> snapshot = Optional.empty();

  /**
   * A controller that only knows what is.
   *
   * @param loop runs tasks one after the other on the loop's thread, never inside another task of
   *     the loop unless the engine is driven by hand
   * @param planning runs the optimizer
   */
  public SiteController(
      SiteModel model,
      ControlSettings settings,
      Ports ports,
      InstantSource clock,
      Executor loop,
      Executor planning) {
    this(model, settings, ports, clock, loop, planning, Experience.none());
  }

  /**
   * A controller that learns.
   *
   * @param loop runs tasks one after the other on the loop's thread, never inside another task of
   *     the loop unless the engine is driven by hand
   * @param planning runs the optimizer
   * @param experience what past sessions have taught, which every session that ends adds to
   */
  public SiteController(
      SiteModel model,
      ControlSettings settings,
      Ports ports,
      InstantSource clock,
      Executor loop,
      Executor planning,
      Experience experience) {
    this.site = model.site();
    this.clock = clock;
    this.parts = new LoopParts(model, settings, ports, clock, loop, planning, experience);
  }

  /**
   * Takes up what was known before a restart. Called once, before the first tick.
   *
   * @param inForce intents that stations may be following
   */
  public void resume(List<ChargingSession> open, List<LoggedIntent> inForce) {
    parts.restart.from(open, inForce);
    parts.keeping.resume();
    requestPlan();
    LOG.log(
        System.Logger.Level.INFO,
        "Site {0} resumes with {1} open sessions and {2} limits that may be in force",
        site.id(),
        open.size(),
        inForce.size());
  }

  /** The highest mean import of this billing period, as known from before a restart. */
  public void resumePeak(Power reached) {
    parts.observations.resumePeak(clock.instant(), reached);
  }

  /**
   * What the grid operator allowed before a restart. Called before the first tick.
   *
   * @param limit a magnitude of at least 0 W
   */
  public void resumeImportLimit(Power limit) {
    parts.limits.resume(GridFlow.IMPORT, limit, clock.instant());
  }

  /**
   * The last change of each source of grid limits from before a restart. Called before the first
   * tick.
   */
  public void resumeLimits(List<GridLimitChange> last) {
    last.forEach(parts.signals::resume);
    last.forEach(parts.limits::resume);
  }

  /** A station reported something. Events of stations that the site does not have are refused. */
  public void on(StationEvent event) {
    parts.events.take(event);
  }

  /** A device was read. What a meter saw may be a reason to look at the fuses at once. */
  public void on(DeviceReading reading) {
    if (reading instanceof GridSignalReading told) {
      parts.signals.saw(told);
      obeyLimits(parts.signals.look(clock.instant()));
    } else if (parts.observations.saw(reading)) {
      tick();
    }
  }

  /** Prices changed. */
  public void changeTariff(Tariff newTariff) {
    parts.terms.change(newTariff);
    requestPlan();
  }

  /**
   * The grid operator changed what may be imported; never more than the connection allows.
   *
   * @param limit a magnitude of at least 0 W
   */
  public void changeImportLimit(Power limit) {
    obeyLimits(parts.limits.change(GridFlow.IMPORT, limit, clock.instant()));
  }

  /**
   * The grid operator changed what may be fed in; never more than the connection allows.
   *
   * @param limit a magnitude of at least 0 W
   */
  public void changeExportLimit(Power limit) {
    obeyLimits(parts.limits.change(GridFlow.EXPORT, limit, clock.instant()));
  }

  private void obeyLimits(boolean changed) {
    if (changed) {
      requestPlan();
      tick();
    }
  }

  /** Asks for a new plan soon. */
  public void requestPlan() {
    parts.planner.request(clock.instant());
  }

  /**
   * One look at the fuses. Called every guard period.
   *
   * <p>The order matters. Fallbacks go out first, for every increase waits for them; who has left
   * is gone before anything is shared; and the guard comes after the plan and has the last word.
   */
  public void tick() {
    Instant now = clock.instant();
    parts.counters.countLook();
    if (parts.signals.look(now)) {
      requestPlan();
    }
    parts.fallbacks.sendDue(now);
    parts.observations.tick(now);
    parts.vehicles.endDeserted(now);
    parts.unruly.look(now);
    Map<CircuitId, PhaseCurrents> uncontrolled =
        parts.observations.uncontrolled(parts.books.sessions().open(), now);
    Optional<PhaseCurrents> ofSite =
        Optional.ofNullable(uncontrolled.get(site.circuits().root().id()));
    parts.outlooks.saw(now, ofSite, parts.curtailment.isHoldingBack());
    parts.planner.runIfDue(now, () -> parts.outlooks.at(now, ofSite, parts.planner.current()));
    Optional<Plan> plan = parts.planner.current();
    Look look = new Look(now, uncontrolled, parts.terms.importLimit(), parts.terms.exportLimit());
    parts.orders.tick(look);
    parts.surplus.look(now, ofSite);
    Decision decision = parts.guard.decide(look, plan);
    parts.decisions.carryOut(decision, now);
    parts.curtailment.look(parts.terms.usefulExport(now), now);
    parts.overloads.look(decision.occupied(), now);
    parts.verification.askDue(now);
    parts.keeping.keep(now);
    snapshot =
        Optional.of(
            parts.snapshots.write(
                now,
                decision,
                ofSite,
                parts.terms.importLimit(),
                parts.terms.importPrice(now),
                plan));
  }

  /**
   * Tells a station of the site what somebody asked for. Safe to call from any thread.
   *
   * @return completes normally in every case, in the loop
   */
  public CompletionStage<IntentOutcome> send(RequestedIntent intent) {
    return parts.requests.send(intent);
  }

  /** What operators order beside the plan. What it offers is safe to call from any thread. */
  public OrderDesk orders() {
    return parts.orders;
  }

  /** What the grid operator allows. Safe to read from any thread. */
  public GridLimits limits() {
    return parts.limits;
  }

  /** The devices of the grid operator. What it offers is safe to read from any thread. */
  public GridSignals signals() {
    return parts.signals;
  }

  /** What utilities and others set at the stations. Safe to read from any thread. */
  public GridBook grid() {
    return parts.books.grid();
  }

  /** The last look; empty before the first. Safe to call from any thread. */
  public Optional<SiteSnapshot> snapshot() {
    return snapshot;
  }

  /** The plan in force; empty before the first. Safe to call from any thread. */
  public Optional<Plan> plan() {
    return parts.planner.current();
  }

  /** What the site's load and production will probably be. */
  public SiteForecasts forecasts() {
    return parts.outlooks.forecasts();
  }

  /** Safe to read from any thread. */
  public ControlCounters counters() {
    return parts.counters;
  }
}
