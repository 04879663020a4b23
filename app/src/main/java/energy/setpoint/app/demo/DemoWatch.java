package energy.setpoint.app.demo;

import energy.setpoint.app.cli.Shutdown;
import energy.setpoint.core.time.Timeline;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells what happens in a demo until it is over: a line every five seconds. */
final class DemoWatch {

  private static final Duration STATUS_PERIOD = Duration.ofSeconds(5);
  private static final Duration LOOK = Duration.ofSeconds(1);

  /** A demo that is to end by itself does not wait longer for an engine that is never ready. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final AuditReport report;
  private final EngineProcess engine;
  private final Shutdown shutdown;
  private final Timeline timeline;
  private final PrintWriter out;

  DemoWatch(
      AuditReport report,
      EngineProcess engine,
      Shutdown shutdown,
      Timeline timeline,
      PrintWriter out) {
    this.report = report;
    this.engine = engine;
    this.shutdown = shutdown;
    this.timeline = timeline;
    this.out = out;
  }

  /**
   * Returns when somebody asks for the end, the engine is given up, or the time is over.
   *
   * @param length in the site's time, from when the engine is ready; without it there is no end
   */
  void untilOver(Optional<Duration> length) throws InterruptedException {
    if (!untilReady(length.map(_ -> PATIENCE))) {
      return;
    }
    report.noteThatEngineIsReady();
    tell("The engine is ready.");
    Instant end = length.map(timeline.instant()::plus).orElse(Instant.MAX);
    while (!engine.isGivenUp() && timeline.instant().isBefore(end)) {
      if (shutdown.await(pause(end))) {
        return;
      }
      tell(report.line());
    }
  }

  private boolean untilReady(Optional<Duration> patience) throws InterruptedException {
    long began = System.nanoTime();
    for (Duration waited = LOOK; !engine.isGivenUp(); waited = waited.plus(LOOK)) {
      long nanos = System.nanoTime() - began;
      if (patience.isPresent() && nanos > patience.get().toNanos()) {
        tell("The engine is not ready after %d s.".formatted(patience.get().toSeconds()));
        return false;
      }
      if (shutdown.await(LOOK)) {
        return false;
      }
      if (engine.isReady()) {
        return true;
      }
      if (waited.toSeconds() % STATUS_PERIOD.toSeconds() == 0) {
        tell(report.line());
      }
    }
    return false;
  }

  private Duration pause(Instant end) {
    if (end.equals(Instant.MAX)) {
      return STATUS_PERIOD;
    }
    Duration left = timeline.realTime(Duration.between(timeline.instant(), end));
    Duration pause = left.compareTo(STATUS_PERIOD) < 0 ? left : STATUS_PERIOD;
    return pause.isNegative() ? Duration.ZERO : pause;
  }

  private void tell(String line) {
    out.println(line);
    out.flush();
  }
}
