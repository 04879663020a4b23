package energy.setpoint.der.sunspec;

import energy.setpoint.der.template.ContactLoss;
import energy.setpoint.der.template.ReadBack;
import energy.setpoint.der.template.RegisterPoint;
import java.time.Duration;

/**
 * The point that puts a command in force.
 *
 * @param opensByItself whether the device has a time after which it goes back
 */
record Switch(String name, boolean opensByItself) {

  private static final Duration TAKES_OVER_WITHIN = Duration.ofMillis(500);
  private static final int RETRIES = 2;

  ContactLoss whenContactIsLost() {
    return opensByItself ? ContactLoss.IDLES : ContactLoss.KEEPS_SETPOINT;
  }

  /** A command is cut off to whole numbers of its register, so it may be one of them away. */
  static ReadBack readBack(RegisterPoint command) {
    return new ReadBack(command, command.conversion().scale(), TAKES_OVER_WITHIN, RETRIES);
  }
}
