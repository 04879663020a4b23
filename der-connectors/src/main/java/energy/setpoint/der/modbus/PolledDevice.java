package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import energy.setpoint.der.device.Backoff;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.template.Measured;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is read from one device, and when next. For one thread. */
final class PolledDevice implements DueWork {

  private final DeviceFeed feed;
  private final Transport.Modbus modbus;
  private final ModbusUnit unit;
  private final List<RegisterBlock> blocks;
  private final Backoff backoff = new Backoff();
  private long dueNanos = System.nanoTime();

  PolledDevice(DeviceFeed feed, Transport.Modbus modbus, ModbusUnit unit) {
    this.feed = feed;
    this.modbus = modbus;
    this.unit = unit;
    this.blocks = RegisterBlock.covering(modbus);
  }

  @Override
  public DeviceFeed feed() {
    return feed;
  }

  @Override
  public long nanosUntilDue() {
    return dueNanos - System.nanoTime();
  }

  /** Reads all points and hands them on. */
  @Override
  public void work() throws ModbusException, IOException {
    Instant asked = feed.pace().timeline().instant();
    RegisterSnapshot snapshot = new RegisterSnapshot();
    for (RegisterBlock block : blocks) {
      snapshot.put(block, unit.read(block));
    }
    Map<Measured, Double> quantities = new EnumMap<>(Measured.class);
    modbus
        .points()
        .forEach((measured, point) ->
            snapshot.quantity(point).ifPresent(quantity -> quantities.put(measured, quantity)));
    feed.measured(quantities, asked);
    planNext();
  }

  /** Keeps to the rhythm of the period; reads that were missed are not made up for. */
  private void planNext() {
    backoff.reset();
    long next = dueNanos + feed.pace().wait(feed.template().period()).toNanos();
    dueNanos = Math.max(next, System.nanoTime());
  }

  @Override
  public void planRetry(String reason) {
    Duration wait = feed.pace().wait(backoff.next());
    dueNanos = System.nanoTime() + wait.toNanos();
  }
}
