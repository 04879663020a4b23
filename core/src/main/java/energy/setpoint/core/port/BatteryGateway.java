package energy.setpoint.core.port;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import java.util.concurrent.CompletionStage;

/** The stationary batteries of a site. */
public interface BatteryGateway {

  /**
   * Makes a battery follow a setpoint.
   *
   * @param setpoint negative discharges
   * @param validity the lease; afterwards the battery idles by its own watchdog, where it has one
   * @return completes normally in every case, on any thread
   */
  CompletionStage<CommandOutcome> follow(DeviceId battery, Power setpoint, Interval validity);
}
