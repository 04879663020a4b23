package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One unit behind an endpoint: what to read from it, and when next. For one thread. */
final class PolledDevice {

  private final DeviceFeed feed;
  private final Transport.Modbus modbus;
  private final int unit;
  private final List<RegisterBlock> blocks;
  private final Backoff backoff = new Backoff();
  private long dueNanos = System.nanoTime();

  PolledDevice(DeviceFeed feed, Transport.Modbus modbus, ModbusTcp address) {
    this.feed = feed;
    this.modbus = modbus;
    this.unit = address.unit().orElse(modbus.unit());
    this.blocks = RegisterBlock.covering(modbus);
  }

  DeviceFeed feed() {
    return feed;
  }

  /** How long until it is due; negative when it is overdue. */
  long nanosUntilDue() {
    return dueNanos - System.nanoTime();
  }

  /** Reads all points and hands them on. */
  void read(ModbusLink link) throws ModbusException, IOException {
    Instant asked = feed.pace().timeline().instant();
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    for (RegisterBlock block : blocks) {
      int[] words = link.read(unit, block, modbus.timeout());
      modbus
          .points()
          .forEach((measured, point) -> {
            if (block.contains(point)) {
              point
                  .decode(block.wordsOf(point, words))
                  .ifPresent(quantity -> quantities.put(measured, quantity));
            }
          });
    }
    feed.measured(quantities, asked);
  }

  /** Keeps to the rhythm of the period; reads that were missed are not made up for. */
  void planNext() {
    backoff.reset();
    long next = dueNanos + feed.pace().wait(feed.template().period()).toNanos();
    dueNanos = Math.max(next, System.nanoTime());
  }

  void planRetry() {
    Duration wait = feed.pace().wait(backoff.next());
    dueNanos = System.nanoTime() + wait.toNanos();
  }
}
