package energy.setpoint.app.web;

import energy.setpoint.app.engine.EngineView;
import energy.setpoint.app.engine.Figure;
import energy.setpoint.app.engine.StationDesk;
import energy.setpoint.app.plan.PlanFiles;
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
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.FlatPrice;
import energy.setpoint.core.tariff.PriceSeries;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.optimizer.Optimizers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An engine without devices: the sample problem's plan, carried out to the letter. */
final class DepotEngine implements EngineView {

  static final Instant EVENING = Instant.parse("2026-11-02T18:24:00Z");

  final List<Power> importLimits = new CopyOnWriteArrayList<>();
  volatile boolean storesImportLimits = true;
  final FakeDesk desk = new FakeDesk();
  final AtomicInteger failures = new AtomicInteger();
  final List<String> impediments = new CopyOnWriteArrayList<>();
  volatile boolean cold;
  volatile boolean broken;
  volatile Optional<URI> worldControl = Optional.empty();
  volatile double framesReceived = 41;
  final List<RequestedIntent> requested = new CopyOnWriteArrayList<>();
  final List<Order> ordered = new CopyOnWriteArrayList<>();
  final List<StandingOrder> standing = new CopyOnWriteArrayList<>();
  volatile OrderResult orderResult = new OrderResult.Taken();
  volatile IntentOutcome outcome = new IntentOutcome.Accepted(List.of(), List.of());

  private final GridBook grid = new GridBook();
  private final List<GridLimitChange> limitChanges = new CopyOnWriteArrayList<>();
  private final GridLimits gridLimits;

  private final InstantSource clock;
  private final PlanOptimizer optimizer;
  private final Site site = DepotSite.site();
  private final ControlCounters counters = new ControlCounters();
  private final Plan plan;
  private final Tariff tariff;

  DepotEngine(InstantSource clock, PlanOptimizer optimizer) {
    this.clock = clock;
    this.optimizer = optimizer;
    this.gridLimits = new GridLimits(site.grid(), limitChanges::addFirst);
    var problem = PlanFiles.read(sampleText());
    this.plan = optimizer.plan(problem, Duration.ofSeconds(2));
    Map<Instant, EnergyPrice> prices = new HashMap<>();
    for (int step = 0; step < problem.grid().size(); step++) {
      prices.put(problem.grid().step(step).start(), problem.importPrice(step));
    }
    this.tariff =
        new Tariff(
            Currency.getInstance("EUR"),
            new PriceSeries(prices, Duration.ofHours(1)),
            new FlatPrice(EnergyPrice.ofKilowattHour(0.045)),
            Optional.empty());
  }

  static DepotEngine at(Instant now) {
    return new DepotEngine(InstantSource.fixed(now), Optimizers.deadlineFirst());
  }

  static String sampleText() {
    try {
      return Files.readString(
          Path.of(System.getProperty("setpoint.home", ".."), "config/samples/plan-problem.json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Site site() {
    return site;
  }

  @Override
  public Tariff tariff() {
    return tariff;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Optional<SiteSnapshot> snapshot() {
    if (broken) {
      failures.incrementAndGet();
      throw new IllegalStateException("The engine of this test is broken.");
    }
    Power limit = importLimits.isEmpty() ? site.grid().importLimit() : importLimits.getLast();
    return cold
        ? Optional.empty()
        : Optional.of(DepotSite.snapshot(site, plan, tariff, now(), limit));
  }

  @Override
  public Optional<Plan> plan() {
    return cold ? Optional.empty() : Optional.of(plan);
  }

  @Override
  public GridBook grid() {
    return grid;
  }

  @Override
  public CompletionStage<IntentOutcome> send(RequestedIntent intent) {
    requested.add(intent);
    return CompletableFuture.completedStage(outcome);
  }

  @Override
  public CompletionStage<OrderResult> order(Order order) {
    ordered.add(order);
    return CompletableFuture.completedStage(orderResult);
  }

  @Override
  public List<StandingOrder> orders() {
    return List.copyOf(standing);
  }

  @Override
  public boolean isCarriedOut(StandingOrder order) {
    return standing.contains(order);
  }

  @Override
  public ControlCounters counters() {
    return counters;
  }

  @Override
  public PlanOptimizer optimizer() {
    return optimizer;
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        new Figure(
            "setpoint_ocpp_frames_received",
            "Frames from stations.",
            Figure.Kind.COUNTER,
            Map.of("version", "ocpp2.1"),
            () -> framesReceived),
        new Figure(
            "setpoint_loop_backlog_tasks",
            "Tasks that wait.",
            Figure.Kind.GAUGE,
            Map.of(),
            () -> 3));
  }

  @Override
  public List<String> impediments() {
    return new ArrayList<>(impediments);
  }

  @Override
  public StationDesk stations() {
    return desk;
  }

  @Override
  public Optional<URI> worldControl() {
    return worldControl;
  }

  @Override
  public boolean changeImportLimit(Power limit) {
    importLimits.add(limit);
    return storesImportLimits;
  }

  @Override
  public void changeExportLimit(Power limit) {
    gridLimits.change(GridFlow.EXPORT, limit, now());
  }

  @Override
  public GridLimits gridLimits() {
    return gridLimits;
  }

  @Override
  public List<GridLimitChange> gridLimitChanges(Page page) {
    return limitChanges.stream().skip(page.offset()).limit(page.limit()).toList();
  }
}
