package energy.setpoint.der.modbus;

import energy.setpoint.der.command.Command;
import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.template.ReadBack;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How well a device does what it is told: logged when that changes, counted always. */
final class Compliance {

  private static final Logger log = LoggerFactory.getLogger(Compliance.class);

  private final DeviceFeed feed;
  private final Backoff backoff = new Backoff();
  private int mismatches;
  private boolean failing;

  Compliance(DeviceFeed feed) {
    this.feed = feed;
  }

  /**
   * The device has taken a command.
   *
   * @param isNews whether it is more than a repetition
   */
  void follows(Command command, boolean isNews) {
    if (failing || isNews) {
      log.info(
          "Device {} follows {} until {}",
          feed.device(),
          command.power(),
          command.validity().end());
      feed.commands().applied(command.power());
    }
    settled();
    command.applied();
  }

  void letGo() {
    log.info("Device {} was let go", feed.device());
    settled();
    feed.commands().notInForce();
  }

  private void settled() {
    failing = false;
    mismatches = 0;
    backoff.reset();
  }

  /**
   * Compares what the device says with what it was told.
   *
   * @param found in W; empty when the device has no value
   */
  boolean matches(Command command, OptionalDouble found, ReadBack how) {
    feed.commands().readBack(found);
    double wanted = command.power().watts();
    if (found.isPresent() && Math.abs(found.getAsDouble() - wanted) <= how.toleranceW()) {
      return true;
    }
    mismatches++;
    String reason = differs(command, found);
    feed.commands().mismatch(reason);
    log.debug("Device {} {}", feed.device(), reason);
    return false;
  }

  static String differs(Command command, OptionalDouble found) {
    String says = found.isPresent() ? found.getAsDouble() + " W" : "nothing";
    return "was told %s and says %s".formatted(command.power(), says);
  }

  /** How often in a row the device has said something else than it was told. */
  int mismatches() {
    return mismatches;
  }

  /** A new command, or a new beginning, starts a new count. */
  void forgetMismatches() {
    mismatches = 0;
  }

  /** Takes note that nobody knows what the device does. */
  void unknown() {
    forgetMismatches();
    feed.commands().notInForce();
  }

  /**
   * Takes note of a write or read-back that failed.
   *
   * @return how long to wait before the next try, in ns
   */
  long failed(String reason) {
    feed.commands().failed(reason);
    if (!failing) {
      log.warn("Device {} does not follow: {}", feed.device(), reason);
    }
    failing = true;
    return feed.pace().wait(backoff.next()).toNanos();
  }
}
