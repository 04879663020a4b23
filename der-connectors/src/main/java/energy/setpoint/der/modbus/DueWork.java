package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.der.device.DeviceFeed;
import java.io.IOException;
import java.time.Duration;

/** What the thread of an endpoint does for one device, one step at a time. */
sealed interface DueWork permits PolledDevice, CommandedDevice, SunSpecDevice {

  /** Further away than anything that is planned. */
  long NEVER_NANOS = Duration.ofDays(365).toNanos();

  DeviceFeed feed();

  /** How long until it is due; negative when it is overdue. */
  long nanosUntilDue();

  /** Takes the step that is due, and plans the next one. */
  void work() throws ModbusException, IOException;

  /** Plans the next try after a step that failed. */
  void planRetry(String reason);
}
