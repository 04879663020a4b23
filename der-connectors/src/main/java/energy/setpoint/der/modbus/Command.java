package energy.setpoint.der.modbus;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.util.concurrent.CompletableFuture;

/** A power for a while, and what became of it: the first outcome counts. */
final class Command {

  private final Power power;
  private final Interval validity;
  private final CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();

  Command(Power power, Interval validity) {
    this.power = power;
    this.validity = validity;
  }

  /** As it is sent, load convention; of an inverter's limit the magnitude. */
  Power power() {
    return power;
  }

  Interval validity() {
    return validity;
  }

  CompletableFuture<CommandOutcome> outcome() {
    return outcome;
  }

  void applied() {
    tell(new CommandOutcome.Applied());
  }

  void failed(String reason) {
    tell(new CommandOutcome.Failed(reason));
  }

  void overtaken() {
    failed("A newer command came before this one was in force.");
  }

  /** Away from the calling thread, which has devices to talk to. */
  private void tell(CommandOutcome what) {
    outcome.completeAsync(() -> what);
  }
}
