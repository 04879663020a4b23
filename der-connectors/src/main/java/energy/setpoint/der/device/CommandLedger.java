package energy.setpoint.der.device;

import energy.setpoint.core.quantity.Power;
import java.util.Optional;
import java.util.OptionalDouble;

/** Keeps count of the commands to one device. Thread-safe. */
public final class CommandLedger {

  private Optional<Power> asked = Optional.empty();
  private Optional<Power> inForce = Optional.empty();
  private Optional<Power> readBack = Optional.empty();
  private Optional<String> lastFailure = Optional.empty();
  private long applied;
  private long failures;
  private long mismatches;

  public synchronized void asked(Power power) {
    asked = Optional.of(power);
  }

  public synchronized void applied(Power power) {
    inForce = Optional.of(power);
    applied++;
  }

  /** Takes note that the device is let go, or that nobody knows what it does. */
  public synchronized void notInForce() {
    inForce = Optional.empty();
  }

  /** Takes note of what the device says that it was told, in W; empty when it has no value. */
  public synchronized void readBack(OptionalDouble watts) {
    readBack =
        watts.isPresent() ? Optional.of(Power.ofWatts(watts.getAsDouble())) : Optional.empty();
  }

  public synchronized void mismatch(String reason) {
    mismatches++;
    lastFailure = Optional.of(reason);
  }

  public synchronized void failed(String reason) {
    failures++;
    lastFailure = Optional.of(reason);
  }

  synchronized CommandHealth health() {
    return new CommandHealth(asked, inForce, readBack, applied, failures, mismatches, lastFailure);
  }
}
