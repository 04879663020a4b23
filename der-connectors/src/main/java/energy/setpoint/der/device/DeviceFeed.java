package energy.setpoint.der.device;

import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.der.template.DeviceTemplate;
import energy.setpoint.der.template.Measured;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes in from one device: turns quantities into readings, hands them on and keeps count.
 * Nothing that a device says makes these methods throw.
 */
public final class DeviceFeed {

  private static final Logger log = LoggerFactory.getLogger(DeviceFeed.class);

  private final DeviceConnection connection;
  private final Pace pace;
  private final Consumer<? super DeviceReading> readings;

  private final CommandLedger commands = new CommandLedger();
  private final Map<String, Told> details = new HashMap<>();
  private final Flaps flaps;

  private Optional<DeviceReading> last = Optional.empty();
  private Optional<String> lastError = Optional.empty();
  private boolean inContact;
  private boolean refusing;
  private int consecutiveFailures;
  private long reads;
  private long failures;
  private long refused;

  public DeviceFeed(
      DeviceConnection connection, Pace pace, Consumer<? super DeviceReading> readings) {
    this.connection = connection;
    this.pace = pace;
    this.readings = readings;
    this.flaps = new Flaps(connection.template().staleAfter());
  }

  public DeviceConnection connection() {
    return connection;
  }

  public DeviceId device() {
    return connection.device();
  }

  public DeviceTemplate template() {
    return connection.template();
  }

  public Pace pace() {
    return pace;
  }

  /** What became of the commands to the device. */
  public CommandLedger commands() {
    return commands;
  }

  /**
   * Takes what a device measured.
   *
   * @param quantities in watts, amperes and as a fraction, load convention; values that the device
   *     does not have are missing
   * @param oldest when the oldest of them was measured
   */
  public void measured(Map<Measured, Double> quantities, Instant oldest) {
    measured(quantities, oldest, oldest.plus(pace.lifetime(template())));
  }

  /**
   * Takes what a device measured, where not all of it gets old at the same pace.
   *
   * @param at when what changes fastest was measured
   * @param validUntil when the first of the quantities may no longer be believed
   */
  public void measured(Map<Measured, Double> quantities, Instant at, Instant validUntil) {
    switch (ReadingVerdict.of(template(), device(), at, validUntil, quantities)) {
      case ReadingVerdict.Refused(String reason) -> refused(reason);
      case ReadingVerdict.Believed(DeviceReading reading) -> {
        succeeded(reading);
        handOn(reading);
      }
    }
  }

  /** Takes note of what a device tells of itself. */
  public synchronized void told(String detail, String text, Instant validUntil) {
    details.put(detail, new Told(text, validUntil));
  }

  /** Takes note that a device no longer tells something. */
  public synchronized void toldNothing(String detail) {
    details.remove(detail);
  }

  private Map<String, String> freshDetails() {
    Instant now = pace.timeline().instant();
    Map<String, String> fresh = new TreeMap<>();
    details.forEach((name, told) -> {
      if (now.isBefore(told.validUntil())) {
        fresh.put(name, told.text());
      }
    });
    return fresh;
  }

  private record Told(String text, Instant validUntil) {}

  private void handOn(DeviceReading reading) {
    try {
      readings.accept(reading);
    } catch (RuntimeException e) {
      log.error("A reading of {} could not be processed", device(), e);
    }
  }

  private synchronized void succeeded(DeviceReading reading) {
    if (last.isEmpty() || consecutiveFailures > 0) {
      log.info(
          "Device {} is read ({}), after {} failures",
          device(),
          template().name(),
          consecutiveFailures);
    }
    Instant now = pace.timeline().instant();
    if (last.filter(it -> !now.isBefore(it.validUntil())).isPresent()) {
      wavered("silences longer than " + template().staleAfter().toSeconds() + " s");
    }
    last = Optional.of(reading);
    inContact = true;
    refusing = false;
    consecutiveFailures = 0;
    reads++;
  }

  /** Takes note that the device came back or spoke in a burst; often is flapping. */
  public synchronized void wavered(String how) {
    if (flaps.note(pace.timeline().instant())) {
      log.warn("Device {} is flapping: {}, {} times and more", device(), how, Flaps.MANY);
    }
  }

  /** Takes note that the device or its broker was reached, which is not yet a reading. */
  public synchronized void reached() {
    inContact = true;
  }

  /** Takes note that the device or its broker could not be reached or did not answer. */
  public synchronized void failed(String reason) {
    inContact = false;
    fail(reason);
  }

  /** Takes note that the device answered with an error. */
  public synchronized void answeredWithError(String reason) {
    inContact = true;
    fail(reason);
  }

  private void fail(String reason) {
    failures++;
    if (consecutiveFailures++ == 0) {
      log.warn("Device {} cannot be read: {}", device(), reason);
    } else {
      log.debug("Device {} still cannot be read: {}", device(), reason);
    }
    lastError = Optional.of(reason);
  }

  /** Takes note of an answer or a message that makes no sense or lacks a value. */
  public synchronized void refused(String reason) {
    inContact = true;
    refused++;
    if (refusing) {
      log.debug("Refused again what device {} says: {}", device(), reason);
    } else {
      log.warn("Refused what device {} says: {}", device(), reason);
    }
    refusing = true;
    lastError = Optional.of(reason);
  }

  public synchronized DeviceHealth health() {
    return new DeviceHealth(
        device(),
        state(),
        last.map(DeviceReading::at),
        consecutiveFailures,
        lastError,
        reads,
        failures,
        refused,
        flaps.isMany(pace.timeline().instant()),
        commands.health(),
        freshDetails());
  }

  private DeviceHealth.State state() {
    Instant now = pace.timeline().instant();
    if (last.filter(it -> now.isBefore(it.validUntil())).isPresent()) {
      return DeviceHealth.State.ONLINE;
    }
    return inContact ? DeviceHealth.State.STALE : DeviceHealth.State.OFFLINE;
  }
}
