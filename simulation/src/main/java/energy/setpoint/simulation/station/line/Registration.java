package energy.setpoint.simulation.station.line;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whether the engine knows the station, and how often it wants a sign of life. */
public final class Registration {

  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final Duration USUAL = Duration.ofMinutes(5);

  private boolean mustBoot = true;
  private boolean everBooted;
  private Instant nextBoot = Instant.MIN;
  private Duration heartbeat = USUAL;
  private Instant nextHeartbeat = Instant.MAX;

  boolean mustBoot() {
    return mustBoot;
  }

  boolean hasEverBooted() {
    return everBooted;
  }

  boolean mayBoot(Instant now) {
    return mustBoot && !now.isBefore(nextBoot);
  }

  /** The station has restarted. */
  void expire() {
    mustBoot = true;
    everBooted = false;
    nextBoot = Instant.MIN;
  }

  void bootAgain() {
    mustBoot = true;
  }

  /** Takes the answer to a boot; true when the station is accepted. */
  boolean heard(Optional<JsonNode> answer, Instant now) {
    String status = answer.map(a -> a.path("status").asString("")).orElse("");
    int seconds = answer.map(a -> a.path("interval").asInt(0)).orElse(0);
    Duration interval = Duration.ofSeconds(Math.max(0, seconds));
    if (!status.equals("Accepted")) {
      nextBoot = now.plus(interval.isZero() ? RETRY : interval);
      return false;
    }
    heartbeatEvery(interval.isZero() ? USUAL : interval, now);
    mustBoot = false;
    everBooted = true;
    return true;
  }

  void heartbeatEvery(Duration interval, Instant now) {
    heartbeat = interval;
    nextHeartbeat = now.plus(interval);
  }

  /** The connection is there again. */
  void resume(Instant now) {
    nextHeartbeat = now.plus(heartbeat);
  }

  /** True when a heartbeat is due; the next one is due an interval later. */
  boolean takeHeartbeat(Instant now) {
    boolean due = !now.isBefore(nextHeartbeat);
    if (due) {
      nextHeartbeat = now.plus(heartbeat);
    }
    return due;
  }
}
