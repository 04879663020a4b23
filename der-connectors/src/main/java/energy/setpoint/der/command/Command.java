package energy.setpoint.der.command;

import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A power for a while, and what became of it: the first outcome counts. */
public final class Command {

  private final Power power;
  private final Interval validity;
  private final CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();

  /**
   * A command that nobody has taken yet.
   *
   * @param power as it is sent, load convention; of an inverter's limit the magnitude
   */
  public Command(Power power, Interval validity) {
    this.power = power;
    this.validity = validity;
  }

  public Power power() {
    return power;
  }

  public Interval validity() {
    return validity;
  }

  /** Completes normally in every case, away from the thread that talks to the device. */
  public CompletionStage<CommandOutcome> outcome() {
    return outcome;
  }

  public void applied() {
    tell(new CommandOutcome.Applied());
  }

  public void failed(String reason) {
    tell(new CommandOutcome.Failed(reason));
  }

  public void overtaken() {
    failed("A newer command came before this one was in force.");
  }

  /** Away from the calling thread, which has devices to talk to. */
  private void tell(CommandOutcome what) {
    outcome.completeAsync(() -> what);
  }
}
