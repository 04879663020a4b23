package energy.setpoint.app.system.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Breaks and mends as planned, and notes when each thing was back. Thread-safe. */
final class Striker implements AutoCloseable {

  /**
   * A strike as it happened. Times are since the beginning of the run.
   *
   * @param recovered when the engine was seen well again
   */
  record Struck(
      Strike strike, Duration broken, Optional<Duration> mended, Optional<Duration> recovered) {}

  private final ChaosDepot depot;
  private final List<Struck> struck = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /** Several, because PostgreSQL takes its time to recover. */
  private final ScheduledExecutorService hands = Executors.newScheduledThreadPool(4);

  Striker(ChaosDepot depot, List<Strike> plan) {
    this.depot = depot;
    for (Strike strike : plan) {
      schedule(strike.at(), () -> hit(strike));
    }
  }

  private void schedule(Duration delay, Action action) {
    var unused = hands.schedule(() -> attempt(action), delay.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void attempt(Action action) {
    try {
      action.run();
    } catch (Exception e) { // whatever it is, the run must not pass
      synchronized (this) {
        failures.add("a strike failed: " + e);
      }
    }
  }

  private interface Action {
    void run() throws Exception;
  }

  private void hit(Strike strike) throws Exception {
    synchronized (this) {
      struck.add(new Struck(strike, depot.elapsed(), Optional.empty(), Optional.empty()));
    }
    switch (strike.target()) {
      case BROKER -> depot.world().killBroker();
      case MODBUS -> {
        depot.world().killModbus();
        depot.modbus().shut();
      }
      case MODBUS_SILENT -> depot.modbus().silence(true);
      case NETWORK -> strike.stations().forEach(depot.world()::cutNetwork);
      case POWER -> strike.stations().forEach(depot.world()::killStation);
      case REBOOT -> strike.stations().forEach(depot.world()::rebootStation);
      case DATABASE -> depot.database().kill();
      case ENGINE -> depot.engine().kill();
    }
    schedule(strike.outage(), () -> heal(strike));
  }

  private void heal(Strike strike) throws Exception {
    switch (strike.target()) {
      case BROKER -> depot.world().reviveBroker();
      case MODBUS -> {
        depot.world().reviveModbus();
        depot.modbus().open();
      }
      case MODBUS_SILENT -> depot.modbus().silence(false);
      case NETWORK -> strike.stations().forEach(depot.world()::restoreNetwork);
      case POWER -> strike.stations().forEach(depot.world()::reviveStation);
      case REBOOT -> {}
      case DATABASE -> depot.database().revive();
      case ENGINE -> depot.engine().start();
    }
    note(
        strike,
        it -> new Struck(it.strike(), it.broken(), Optional.of(depot.elapsed()), it.recovered()));
  }

  private synchronized void note(Strike strike, UnaryOperator<Struck> change) {
    struck.replaceAll(it -> it.strike().equals(strike) ? change.apply(it) : it);
  }

  /** Notes what is well again by the engine's own metrics. */
  synchronized void look(Metrics metrics, boolean ready) {
    struck.replaceAll(it ->
        it.mended().isPresent() && it.recovered().isEmpty() && isWell(it.strike(), metrics, ready)
            ? new Struck(it.strike(), it.broken(), it.mended(), Optional.of(depot.elapsed()))
            : it);
  }

  private static boolean isWell(Strike strike, Metrics metrics, boolean ready) {
    return switch (strike.target()) {
      case BROKER -> metrics.isFresh("battery");
      case MODBUS, MODBUS_SILENT -> metrics.isFresh("grid-meter") && metrics.isFresh("roof");
      case NETWORK, POWER, REBOOT -> strike.stations().stream().allMatch(metrics::isConnected);
      case DATABASE -> metrics.isAllStored();
      case ENGINE -> ready;
    };
  }

  synchronized List<Struck> struck() {
    return List.copyOf(struck);
  }

  synchronized List<String> failures() {
    return List.copyOf(failures);
  }

  @Override
  public void close() {
    hands.shutdownNow();
  }
}
