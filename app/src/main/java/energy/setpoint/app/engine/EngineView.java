package energy.setpoint.app.engine;

import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.grid.GridBook;
import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.ocpp.proxy.ProxyStatus;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What the web may see of the engine, and the little that it may ask of it. Thread-safe. */
public interface EngineView {

  Site site();

  Tariff tariff();

  /** The site's time, which in a demo runs faster than the clock on the wall. */
  Instant now();

  /** The last look at the fuses; empty until the first. */
  Optional<SiteSnapshot> snapshot();

  /** The plan in force; empty until the first. */
  Optional<Plan> plan();

  /** What utilities and others set at the stations. */
  GridBook grid();

  ControlCounters counters();

  PlanOptimizer optimizer();

  /** What the adapters, the connectors and the store count, for metrics. */
  List<Figure> figures();

  /** How stations stand with the CSMS that they belong to; empty where it is the engine. */
  default List<ProxyStatus> proxied() {
    return List.of();
  }

  /** Why the engine cannot do its work, for the readiness probe; empty when it can. */
  List<String> impediments();

  /** Where the simulated world of a demo takes commands; empty in operation. */
  Optional<URI> worldControl();

  /** What people may know of stations and ask of them. */
  StationDesk stations();

  /** Tells a station what somebody asked for; completes normally in every case. */
  CompletionStage<IntentOutcome> send(RequestedIntent intent);

  /** Orders something of a station or an EVSE; completes when it is known what came of it. */
  CompletionStage<OrderResult> order(Order order);

  /** The orders that stand, whether they have begun or not. */
  List<StandingOrder> orders();

  /** Whether the station has confirmed an order. */
  boolean isCarriedOut(StandingOrder order);

  /**
   * The grid operator changed what may be imported; a magnitude of at least 0 W. It is obeyed in
   * any case.
   *
   * @return whether it would survive a restart now; if not, it will once the database is back
   */
  boolean changeImportLimit(Power limit);

  /** The grid operator changed what may be fed in; a magnitude of at least 0 W. */
  void changeExportLimit(Power limit);

  /** What the grid operator allows, by source. */
  GridLimits gridLimits();

  /** When grid limits came and went, newest first. */
  List<GridLimitChange> gridLimitChanges(Page page);
}
