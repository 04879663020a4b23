package energy.setpoint.core.port;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The inverters of a site whose production can be limited. */
public interface InverterGateway {

  /**
   * Keeps an inverter from producing more than a limit.
   *
   * @param most a magnitude of at least 0 W; an inverter that produces less goes on as it does. At
   *     or above what the inverter can produce the limit is lifted
   * @param validity the lease; afterwards the inverter does what its own watchdog says, where it
   *     has one, or goes on at its limit
   * @return completes normally in every case, on any thread
   */
  CompletionStage<CommandOutcome> limit(DeviceId inverter, Power most, Interval validity);

  /** Whether an inverter can be told at all. */
  boolean canLimit(DeviceId inverter);

  /** None that can be told anything. */
  static InverterGateway none() {
    return new InverterGateway() {
      @Override
      public CompletionStage<CommandOutcome> limit(
          DeviceId inverter, Power most, Interval validity) {
        return CompletableFuture.completedStage(
            new CommandOutcome.Failed("Inverter " + inverter + " takes no limits."));
      }

      @Override
      public boolean canLimit(DeviceId inverter) {
        return false;
      }
    };
  }
}
