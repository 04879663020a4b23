package energy.setpoint.app.engine;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.forecast.LearnFromMeasurements;
import energy.setpoint.app.forecast.PastSessions;
import energy.setpoint.app.homeassistant.HomeAssistant;
import energy.setpoint.app.homeassistant.HomeAssistantSettings;
import energy.setpoint.app.homeassistant.SiteTopics;
import energy.setpoint.app.storage.Storage;
import energy.setpoint.app.storage.history.HistoryKeeper;
import energy.setpoint.app.storage.journal.GridLimitJournal;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.Ports;
import energy.setpoint.core.control.SiteSnapshot;
import energy.setpoint.core.control.grid.GridBook;
import energy.setpoint.core.control.limit.GridLimits;
import energy.setpoint.core.control.loop.SiteController;
import energy.setpoint.core.control.order.Order;
import energy.setpoint.core.control.order.OrderResult;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.forecast.site.SeriesReport;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.order.StandingOrder;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanOptimizer;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.InverterGateway;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.Interval;
import energy.setpoint.der.DerDevices;
import energy.setpoint.ocpp.gateway.OcppGateway;
import energy.setpoint.ocpp.proxy.ProxyStatus;
import energy.setpoint.ocpp.server.OcppServer;
import energy.setpoint.optimizer.Optimizers;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** One site, put together and running: stores, stations, devices and the loop between them. */
public final class Engine implements EngineView, AutoCloseable {

  /** At sixty times real time, a pause of the process is many looks long. */
  private static final int STALE_LOOKS = 150;

  private final EngineSettings settings;
  private final Resources open;
  private final PriceDesk prices;
  private final PlanOptimizer optimizer = Optimizers.linearWithFallback();
  private final Storage storage;
  private final SiteLoop loop;
  private final SiteController controller;
  private final ImportLimitKeeper importLimit;
  private final GridLimitFigures gridLimits;
  private final AcceptedKeeper accepted;
  private final StationDesk desk;
  private final DerDevices devices;
  private final StationSide stations;
  private final OcppServer port;
  private final List<Figure> figures;

  private Engine(EngineSettings settings, Resources open) {
    this.settings = settings;
    this.open = open;
    SiteFile file = settings.site();
    Tariff tariff = file.tariff().orElseThrow(() -> noTariff(file));
    this.storage = open.add(Storage.open(settings.storage()));
    ExecutorService planning = planning(open);
    this.prices = open.add(new PriceDesk(file, tariff, storage.prices(), settings.timeline()));
    this.loop = open.add(new SiteLoop(file.site().id().value()));
    this.accepted = open.add(new AcceptedKeeper(storage));
    this.stations = new StationSide(settings, storage, this::handle, accepted::accept, open);
    GridLimitJournal limitJournal = open.add(limitJournal(file));
    this.controller = controller(file, stations.gateway(), planning, limitJournal);
    this.gridLimits = new GridLimitFigures(controller.limits(), controller.signals(), limitJournal);
    this.importLimit =
        open.add(
            new ImportLimitKeeper(
                file.site().id(),
                storage.importLimits(),
                limit ->
                    CompletableFuture.runAsync(() -> controller.changeImportLimit(limit), loop),
                settings.timeline()));
    controller.resume(storage.sessions().listOpen(), storage.intents().listPossiblyInForce());
    controller.resumeLimits(storage.gridLimits().listLast(file.site().id()));
    importLimit.find().ifPresent(controller::resumeImportLimit);
    accepted.resume(controller::on);
    tariff
        .demandCharge()
        .map(charge -> MonthsPeak.find(file.site(), charge, storage.measurementQueries(), now()))
        .ifPresent(controller::resumePeak);
    prices.start(changed -> loop.execute(() -> controller.changeTariff(changed)));
    HistoryKeeper history =
        open.add(new HistoryKeeper(storage.past(), file.history(), settings.timeline()).start());
    this.devices =
        open.add(
            DerDevices.start(
                DeviceLinks.of(file),
                Optional.of(new SiteTopics(file.site().id()).status()),
                file.homeAssistant().map(HomeAssistantSettings::broker),
                settings.timeline(),
                this::handle));
    this.port = stations.letIn();
    this.desk = stations.desk();
    LearnFromMeasurements past =
        open.add(
            LearnFromMeasurements.start(
                file.site(), controller.forecasts(), storage.measurementQueries(), now(), loop));
    this.figures =
        Stream.of(
                new Figures(stations.counters(), devices, storage, history, loop).list().stream(),
                stations.figures(),
                accepted.figures().stream(),
                prices.figures().stream(),
                gridLimits.list(file.signals()).stream(),
                ForecastFigures.of(controller.forecasts(), past::hasFailed, settings.timeline()))
            .flatMap(each -> each)
            .toList();
    showTo(file.homeAssistant());
    loop.every(file.control().guardPeriod(), settings.timeline(), controller::tick);
  }

  /**
   * Starts an engine. When that fails, everything that was opened is closed again.
   *
   * @throws energy.setpoint.app.storage.failure.StorageException when the database cannot be used
   * @throws energy.setpoint.ocpp.server.PortInUseException when the station port is taken
   * @throws energy.setpoint.ocpp.tls.TlsFileException when a certificate or key cannot be used
   * @throws energy.setpoint.der.template.TemplateException when a device template is wrong
   */
  public static Engine start(EngineSettings settings) {
    Resources open = new Resources();
    try {
      return new Engine(settings, open);
    } catch (RuntimeException | LinkageError e) {
      open.close();
      throw e;
    }
  }

  private static IllegalArgumentException noTariff(SiteFile file) {
    return new IllegalArgumentException(
        file.file() + " names no tariff, so there is nothing to plan by. Add the key 'tariff'.");
  }

  /** Opened before the loop, so that a last look at the site still finds it. */
  private static ExecutorService planning(Resources open) {
    ExecutorService planning =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().name("planning").daemon().factory());
    open.add(planning::shutdownNow);
    return planning;
  }

  private GridLimitJournal limitJournal(SiteFile file) {
    return GridLimitJournal.start(
        (id, change) -> storage.gridLimits().save(id, file.site().id(), change));
  }

  private SiteController controller(
      SiteFile file, OcppGateway gateway, ExecutorService planning, GridLimitJournal limits) {
    Ports ports =
        new Ports(
            optimizer,
            gateway,
            this::follow,
            inverters(),
            storage.sessions(),
            storage.plans(),
            storage.intents(),
            storage.ledgers(),
            storage.measurements(),
            limits);
    return new SiteController(
        file.model(prices.inForce(), file.signals()),
        file.control(),
        ports,
        settings.timeline(),
        loop,
        planning,
        PastSessions.teach(file.site(), storage.sessionQueries(), now()));
  }

  private void showTo(Optional<HomeAssistantSettings> homeAssistant) {
    homeAssistant
        .map(it -> new HomeAssistant(it, site(), this::snapshot))
        .ifPresent(
            shown -> devices.board().ifPresent(it -> it.keep(shown::topics, HomeAssistant.EVERY)));
  }

  private void handle(StationEvent event) {
    loop.execute(() -> {
      try {
        controller.on(event);
      } finally {
        accepted.takenIn(event);
      }
    });
  }

  private void handle(DeviceReading reading) {
    loop.execute(() -> controller.on(reading));
  }

  private CompletionStage<CommandOutcome> follow(
      DeviceId battery, Power setpoint, Interval validity) {
    return devices.follow(battery, setpoint, validity);
  }

  private InverterGateway inverters() {
    return new InverterGateway() {
      @Override
      public CompletionStage<CommandOutcome> limit(
          DeviceId inverter, Power most, Interval validity) {
        return devices.limit(inverter, most, validity);
      }

      @Override
      public boolean canLimit(DeviceId inverter) {
        return devices.canLimit(inverter);
      }
    };
  }

  /** The port on which stations are served. */
  public int stationPort() {
    return port.port();
  }

  /** The port on which stations are served with TLS; empty when there is none. */
  public Optional<Integer> stationTlsPort() {
    return port.tlsPort();
  }

  /** The stores, for whoever reads the past. */
  public Storage storage() {
    return storage;
  }

  @Override
  public Site site() {
    return settings.site().site();
  }

  @Override
  public Tariff tariff() {
    return prices.inForce();
  }

  @Override
  public Instant now() {
    return settings.timeline().instant();
  }

  @Override
  public Optional<SiteSnapshot> snapshot() {
    return controller
        .snapshot()
        .map(seen ->
            seen.withMoreAlerts(stations.alerts())
                .withMoreAlerts(prices.alerts())
                .withMoreAlerts(gridLimits.alerts()));
  }

  @Override
  public Optional<Plan> plan() {
    return controller.plan();
  }

  @Override
  public GridBook grid() {
    return controller.grid();
  }

  @Override
  public CompletionStage<IntentOutcome> send(RequestedIntent intent) {
    return controller.send(intent);
  }

  @Override
  public CompletionStage<OrderResult> order(Order order) {
    return controller.orders().submit(order);
  }

  @Override
  public List<StandingOrder> orders() {
    return controller.orders().list();
  }

  @Override
  public boolean isCarriedOut(StandingOrder order) {
    return controller.orders().isCarriedOut(order);
  }

  @Override
  public ControlCounters counters() {
    return controller.counters();
  }

  @Override
  public PlanOptimizer optimizer() {
    return optimizer;
  }

  @Override
  public List<Figure> figures() {
    return figures;
  }

  @Override
  public List<SeriesReport> forecasts() {
    return controller.forecasts().reports();
  }

  @Override
  public List<ProxyStatus> proxied() {
    return stations.proxied();
  }

  @Override
  public List<String> impediments() {
    List<String> impediments = new ArrayList<>();
    if (!storage.figures().databaseAnswers()) {
      impediments.add(
          "The database does not answer; " + storage.figures().queued() + " records wait.");
    }
    Instant patience =
        now().minus(settings.site().control().guardPeriod().multipliedBy(STALE_LOOKS));
    if (controller.snapshot().map(s -> s.at().isBefore(patience)).orElse(true)) {
      impediments.add("The guard has not looked at the fuses for a while.");
    }
    return impediments;
  }

  @Override
  public StationDesk stations() {
    return desk;
  }

  @Override
  public Optional<URI> worldControl() {
    return settings.worldControl();
  }

  @Override
  public boolean changeImportLimit(Power limit) {
    return importLimit.change(limit);
  }

  @Override
  public void changeExportLimit(Power limit) {
    loop.execute(() -> controller.changeExportLimit(limit));
  }

  @Override
  public GridLimits gridLimits() {
    return controller.limits();
  }

  @Override
  public List<GridLimitChange> gridLimitChanges(Page page) {
    return storage.gridLimits().listNewest(site().id(), page);
  }

  /** Says goodbye to the stations, stops the loop and closes the stores, in that order. */
  @Override
  public void close() {
    open.close();
  }
}
