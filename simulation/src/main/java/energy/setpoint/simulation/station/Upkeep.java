package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.Call;
import energy.setpoint.simulation.station.line.Errands;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;

/** The firmware and the logs of a station (2.x part 2, L and N). Not thread-safe. */
public final class Upkeep {

  private static final Duration STEP = Duration.ofSeconds(3);

  private final Life life;
  private final Errands errands;
  private final Collection<EvseUnit> units;
  private Optional<FirmwareUpdate> firmware = Optional.empty();
  private Optional<LogOrder> uploading = Optional.empty();

  Upkeep(Life life, Errands errands, Collection<EvseUnit> units) {
    this.life = life;
    this.errands = errands;
    this.units = units;
  }

  /** Whether a file could be loaded from there, or brought there: an address with a host. */
  static boolean isPlace(String location) {
    try {
      return new URI(location).getHost() != null;
    } catch (URISyntaxException noAddress) {
      return false;
    }
  }

  /** True when another update was given up for it (L01.FR.24). */
  public boolean update(FirmwareOrder order) {
    Optional<FirmwareUpdate> before = firmware.filter(FirmwareUpdate::goesOn);
    before.ifPresent(FirmwareUpdate::cancel);
    FirmwareUpdate update = new FirmwareUpdate(order, life, errands, units);
    firmware = Optional.of(update);
    update.start();
    return before.isPresent();
  }

  /** Brings a log to a place; true when another upload was given up for it (N01.FR.12, .20). */
  public boolean upload(LogOrder order) {
    Optional<LogOrder> before = uploading;
    uploading = Optional.of(order);
    before.flatMap(b -> b.canceled().map(b.told())).ifPresent(errands::send);
    errands.send(order.told().apply("Uploading"));
    errands.later(
        STEP,
        () -> {
          if (uploading.filter(order::equals).isPresent()) {
            uploading = Optional.empty();
            String end = isPlace(order.location()) ? "Uploaded" : order.failed();
            errands.send(order.told().apply(end));
          }
        });
    return before.isPresent();
  }

  /** A restart has put an end to all of it. */
  void interrupt() {
    firmware.filter(FirmwareUpdate::goesOn).ifPresent(FirmwareUpdate::cancel);
    uploading = Optional.empty();
  }

  /** The status that was told last, while something goes on (L01.FR.26). */
  Optional<Call> last(String action) {
    return firmware
        .flatMap(FirmwareUpdate::last)
        .or(() -> uploading.map(order -> order.told().apply("Uploading")))
        .filter(call -> call.action().equals(action));
  }
}
