package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a Modbus battery is told its setpoint, or an inverter the most that it may produce.
 *
 * @param before written in this order before the first command, and again when contact was lost
 * @param setpoint where the command is written; of an inverter's limit it is the magnitude
 * @param together whether even a single register is written with function code 16
 * @param lowest the lowest power that is ever sent: of a battery the strongest discharge, at most 0
 *     W; of an inverter the deepest limit that it knows, at least 0 W
 * @param highest the highest power that is ever sent, at least 0 W
 * @param refresh how often a command is repeated; half of the device's watchdog or less; site time
 * @param shortestInterval between two writes, for devices that keep the value in a memory that
 *     wears; site time
 * @param release written in this order when the device is handed over, so that it acts by itself
 */
public record RegisterControl(
    List<RegisterWrite> before,
    RegisterPoint setpoint,
    boolean together,
    Power lowest,
    Power highest,
    Duration refresh,
    ContactLoss whenContactIsLost,
    Duration shortestInterval,
    Optional<ReadBack> readBack,
    Optional<Heartbeat> heartbeat,
    List<RegisterWrite> release) {

  public RegisterControl {
    before = List.copyOf(before);
    release = List.copyOf(release);
  }

  /** The nearest power that may be sent to this device. */
  public Power clamp(Power wanted) {
    return wanted.max(lowest).min(highest);
  }

  /**
   * What is written to command a power.
   *
   * @throws IllegalArgumentException when the registers cannot hold it, which the template's reader
   *     has excluded for all powers that pass the clamp
   */
  public RegisterWrite write(Power power) {
    int[] words =
        setpoint
            .encode(power.watts())
            .orElseThrow(
                () -> new IllegalArgumentException("The registers cannot hold " + power + "."));
    List<Integer> boxed = Arrays.stream(words).boxed().toList();
    return new RegisterWrite(setpoint.table(), setpoint.address(), boxed, together);
  }
}
