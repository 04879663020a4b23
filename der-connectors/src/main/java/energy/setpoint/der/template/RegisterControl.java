package energy.setpoint.der.template;

import energy.setpoint.core.quantity.Power;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a Modbus battery is told its setpoint, or an inverter the most that it may produce.
 *
 * @param before written in this order before the first command, and again when contact was lost
 * @param setpoint where the command is written; of an inverter's limit it is the magnitude
 * @param second a register right behind the setpoint that is written with it in one request, such
 *     as the other end of a band of which both ends are the setpoint
 * @param together whether even a single register is written with function code 16
 * @param lowest the lowest power that is ever sent: of a battery the strongest discharge, at most 0
 *     W; of an inverter the deepest limit that it knows, at least 0 W
 * @param highest the highest power that is ever sent, at least 0 W
 * @param refresh how often a command is repeated; half of the device's watchdog or less; site time
 * @param shortestInterval between two writes, for devices that keep the value in a memory that
 *     wears; site time
 * @param after written in this order after each setpoint, such as the switch that puts it in force
 * @param release written in this order when the device is handed over, so that it acts by itself
 */
public record RegisterControl(
    List<RegisterWrite> before,
    RegisterPoint setpoint,
    Optional<RegisterPoint> second,
    boolean together,
    Power lowest,
    Power highest,
    Duration refresh,
    ContactLoss whenContactIsLost,
    Duration shortestInterval,
    Optional<ReadBack> readBack,
    Optional<Heartbeat> heartbeat,
    List<RegisterWrite> after,
    List<RegisterWrite> release) {

  public RegisterControl {
    before = List.copyOf(before);
    after = List.copyOf(after);
    release = List.copyOf(release);
    int behind = setpoint.end();
    if (second.filter(it -> it.address() != behind).isPresent()) {
      throw new IllegalArgumentException("The second register must stand right behind the first.");
    }
  }

  /** The nearest power that may be sent to this device. */
  public Power clamp(Power wanted) {
    return wanted.max(lowest).min(highest);
  }

  /**
   * What is written to command a power, in this order.
   *
   * @throws IllegalArgumentException when the registers cannot hold it, which the template's reader
   *     has excluded for all powers that pass the clamp
   */
  public List<RegisterWrite> writes(Power power) {
    List<Integer> words = new ArrayList<>(words(setpoint, power));
    second.ifPresent(it -> words.addAll(words(it, power)));
    List<RegisterWrite> writes = new ArrayList<>();
    writes.add(new RegisterWrite(setpoint.table(), setpoint.address(), words, together));
    writes.addAll(after);
    return writes;
  }

  private static List<Integer> words(RegisterPoint point, Power power) {
    int[] words =
        point
            .encode(power.watts())
            .orElseThrow(
                () -> new IllegalArgumentException("The registers cannot hold " + power + "."));
    return Arrays.stream(words).boxed().toList();
  }
}
