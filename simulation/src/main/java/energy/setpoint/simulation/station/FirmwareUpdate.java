package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Errands;
import energy.setpoint.simulation.station.state.BootReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * One update of the firmware: it is loaded, waits until nobody charges, is installed with a restart
 * (L01). Nothing is really transferred. Not thread-safe.
 */
final class FirmwareUpdate {

  private static final Duration STEP = Duration.ofSeconds(3);
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final FirmwareOrder order;
  private final Life life;
  private final Errands errands;
  private final Collection<EvseUnit> units;
  private Optional<Call> last = Optional.empty();
  private List<EvseUnit> closed = List.of();
  private boolean goesOn = true;

  FirmwareUpdate(FirmwareOrder order, Life life, Errands errands, Collection<EvseUnit> units) {
    this.order = order;
    this.life = life;
    this.errands = errands;
    this.units = units;
  }

  /** True until it has been installed, has failed or was given up. */
  boolean goesOn() {
    return goesOn;
  }

  /** What was said last. */
  Optional<Call> last() {
    return last;
  }

  void start() {
    at(order.retrieve(), "DownloadScheduled", this::download);
  }

  void cancel() {
    goesOn = false;
    open();
  }

  private void download() {
    say("Downloading");
    then(
        STEP,
        () -> {
          if (Upkeep.isPlace(order.location())) {
            say("Downloaded");
            then(STEP, this::verify);
          } else {
            say("DownloadFailed");
            goesOn = false;
          }
        });
  }

  private void verify() {
    if (order.signed()) {
      say("SignatureVerified");
    }
    at(order.install(), "InstallScheduled", this::install);
  }

  /** L01.FR.06, L01.FR.07: waits for transactions, and lets none begin. */
  private void install() {
    if (closed.isEmpty()) {
      closed = units.stream().filter(u -> u.occupancy().isOperative()).toList();
      closed.forEach(unit -> unit.operate(false));
    }
    if (units.stream().anyMatch(unit -> unit.transaction().isPresent())) {
      then(LOOK, this::install);
      return;
    }
    say("Installing");
    then(STEP, this::restart);
  }

  /** L01.FR.15. */
  private void restart() {
    say("InstallRebooting");
    open();
    order.told().apply("Installed").ifPresent(errands::afterReboot);
    last = Optional.empty();
    goesOn = false;
    life.installFirmware(order.version());
    life.rebootWhen(false, BootReason.FIRMWARE_UPDATE);
  }

  private void open() {
    closed.forEach(unit -> unit.operate(true));
    closed = List.of();
  }

  private void at(Optional<Instant> when, String meanwhile, Runnable task) {
    Duration wait = when.map(w -> Duration.between(life.now(), w)).orElse(Duration.ZERO);
    if (wait.isPositive()) {
      say(meanwhile);
      then(wait, task);
    } else {
      then(Duration.ZERO, task);
    }
  }

  private void then(Duration wait, Runnable task) {
    errands.later(
        wait,
        () -> {
          if (goesOn) {
            task.run();
          }
        });
  }

  private void say(String status) {
    Optional<Call> call = order.told().apply(status);
    last = call.or(() -> last);
    call.ifPresent(errands::send);
  }
}
