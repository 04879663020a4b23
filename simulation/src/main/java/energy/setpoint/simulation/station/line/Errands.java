package energy.setpoint.simulation.station.line;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Calls that a station makes by itself, some of them later. Not thread-safe. */
public final class Errands {

  private record Errand(Instant due, Runnable task) {}

  private final Uplink uplink;
  private final Supplier<Instant> clock;
  private final List<Errand> waiting = new ArrayList<>();
  private final List<Call> afterReboot = new ArrayList<>();
  private boolean rebooted;

  public Errands(Uplink uplink, Supplier<Instant> clock) {
    this.uplink = uplink;
    this.clock = clock;
  }

  /** Sends a call within the next second, after the answer to what is being answered now. */
  public void send(Call call) {
    in(Duration.ZERO, call);
  }

  public void send(Call call, Consumer<Optional<JsonNode>> whenAnswered) {
    later(Duration.ZERO, () -> uplink.send(call, whenAnswered));
  }

  public void in(Duration delay, Call call) {
    later(delay, () -> uplink.send(call, answer -> {}));
  }

  /** Does something when its time has come, unless the station restarts before. */
  public void later(Duration delay, Runnable task) {
    waiting.add(new Errand(clock.get().plus(delay), task));
  }

  /** Sends a call when the station has restarted and is there again. */
  public void afterReboot(Call call) {
    afterReboot.add(call);
  }

  public void advance(Instant now) {
    if (rebooted && uplink.isOnline()) {
      rebooted = false;
      afterReboot.forEach(this::send);
      afterReboot.clear();
    }
    List<Errand> due =
        waiting.stream()
            .filter(errand -> !errand.due().isAfter(now))
            .sorted(Comparator.comparing(Errand::due))
            .toList();
    waiting.removeAll(due);
    due.forEach(errand -> errand.task().run());
  }

  public void forget() {
    rebooted = true;
    waiting.clear();
  }
}
