package energy.setpoint.app.system.chaos;

import energy.setpoint.app.system.chaos.Striker.Struck;
import energy.setpoint.app.system.chaos.witness.MemoryLog;
import energy.setpoint.app.system.chaos.witness.SessionAudit;
import energy.setpoint.app.system.chaos.witness.StoredSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run: the engine starts, things break and are mended, everything becomes well again. */
final class ChaosRun implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final Duration RECOVERY_PATIENCE = Duration.ofSeconds(200);
  private static final Duration AUDIT_PATIENCE = Duration.ofSeconds(20);
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Of looks, how many until the operator acts again. */
  private static final int OPERATOR_PERIOD = 6;

  private final ChaosSettings settings;
  private final List<Strike> plan;
  private final ChaosDepot depot;
  private final MemoryLog memory = new MemoryLog();
  private final Operator operator;
  private final Striker striker;
  private final Duration begin;
  private Duration quiet = Duration.ZERO;

  /** Everything stands, and the engine is ready. */
  ChaosRun(ChaosSettings settings, List<Strike> plan, ChaosDepot depot)
      throws IOException, InterruptedException {
    this.settings = settings;
    this.plan = plan;
    this.depot = depot;
    this.operator = new Operator(depot.api(), settings.seed());
    depot.engine().start();
    awaitReady();
    this.begin = depot.elapsed();
    this.striker = new Striker(depot, plan);
  }

  private void awaitReady() throws InterruptedException {
    Duration end = depot.elapsed().plus(START_PATIENCE);
    while (!depot.api().isReady()) {
      if (depot.elapsed().compareTo(end) > 0) {
        throw new AssertionError("the engine is not ready after " + START_PATIENCE);
      }
      Thread.sleep(LOOK);
    }
  }

  ChaosOutcome live() throws Exception {
    Duration end = begin.plus(settings.strikes());
    for (int look = 0; depot.elapsed().compareTo(end) < 0 || !isAllMended(); look++) {
      look();
      if (look % OPERATOR_PERIOD == 0) {
        operator.act();
      }
      Thread.sleep(LOOK);
    }
    this.quiet = depot.elapsed();
    Optional<Duration> recovery = recover();
    operator.check();
    SessionAudit sessions = audit();
    return new ChaosOutcome(
        settings,
        begin,
        striker.struck(),
        striker.failures(),
        depot.fuses(),
        memory,
        operator,
        sessions,
        recovery,
        depot.engine().lives(),
        depot.engine().ownDeaths());
  }

  private boolean isAllMended() {
    List<Struck> struck = striker.struck();
    return !striker.failures().isEmpty()
        || (struck.size() == plan.size()
            && struck.stream().allMatch(it -> it.mended().isPresent()));
  }

  private Optional<Metrics> look() throws IOException {
    depot.engine().watch();
    int life = depot.engine().lives();
    Optional<Metrics> metrics = depot.api().metrics();
    metrics.ifPresent(it -> {
      striker.look(it, depot.api().isReady());
      depot
          .engine()
          .residentMb()
          .ifPresent(
              mb -> memory.add(new MemoryLog.Sample(depot.elapsed(), life, mb, it.heapMb())));
    });
    return metrics;
  }

  /** How long it took after the last thing was mended; empty when it took too long. */
  private Optional<Duration> recover() throws IOException, InterruptedException {
    Duration end = quiet.plus(RECOVERY_PATIENCE);
    while (depot.elapsed().compareTo(end) < 0) {
      if (look().filter(this::isAllWell).isPresent()) {
        return Optional.of(depot.elapsed().minus(quiet));
      }
      Thread.sleep(LOOK);
    }
    return Optional.empty();
  }

  private boolean isAllWell(Metrics metrics) {
    double planAge = metrics.find("setpoint_plan_age_seconds", "").orElse(Double.NaN);
    double sinceQuiet = depot.elapsed().minus(quiet).toMillis() / 1e3 * settings.speed();
    return striker.struck().stream().allMatch(it -> it.recovered().isPresent())
        && depot.stations().stream().allMatch(metrics::isConnected)
        && List.of("battery", "roof", "grid-meter").stream().allMatch(metrics::isFresh)
        && metrics.isAllStored()
        && depot.unsent() == 0
        && planAge < sinceQuiet;
  }

  /** Vehicles come and go meanwhile, so what is on its way may arrive. */
  private SessionAudit audit() throws SQLException, InterruptedException {
    Duration end = depot.elapsed().plus(AUDIT_PATIENCE);
    while (true) {
      SessionAudit audit = auditNow();
      if (audit.findings().isEmpty() || depot.elapsed().compareTo(end) > 0) {
        return audit;
      }
      Thread.sleep(LOOK);
    }
  }

  private SessionAudit auditNow() throws SQLException {
    try (Connection database = depot.database().connect()) {
      return SessionAudit.of(depot.testimonies().all(), StoredSession.listAll(database));
    }
  }

  @Override
  public void close() throws IOException {
    striker.close();
    depot.close();
  }
}
