package energy.setpoint.app.web;

import energy.setpoint.core.time.Timeline;
import energy.setpoint.optimizer.Optimizers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Serves the page for people who work on it; port 8099, thirty times as fast as the wall clock. */
final class DepotDemo {

  private DepotDemo() {}

  public static void main(String[] arguments) throws InterruptedException {
    var engine =
        new DepotEngine(
            Timeline.accelerated(Instant.now(), DepotEngine.EVENING.plus(Duration.ofHours(4)), 30),
            Optimizers.linearWithFallback());
    engine.cold = arguments.length > 0;
    engine.worldControl = Optional.of(URI.create("http://127.0.0.1:8098"));
    try (var server = WebServer.start(new DepotRecords(engine).sources(), "127.0.0.1", 8099)) {
      System.out.println("http://127.0.0.1:" + server.port() + "/");
      Thread.currentThread().join();
    }
  }
}
