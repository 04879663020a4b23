package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.template.RegisterWrite;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The one connection to a Modbus server or line; for one thread. */
final class ModbusLink {

  private final ModbusAddress line;
  private @Nullable ModbusWire wire;
  private OptionalLong endNanos = OptionalLong.empty();

  ModbusLink(ModbusAddress line) {
    this.line = line;
  }

  /**
   * Reads a block, connecting first where needed.
   *
   * @return one unsigned 16-bit word for each register
   * @throws com.ghgande.j2mod.modbus.ModbusSlaveException when the device answers with an exception
   * @throws ModbusException when it does not answer, or with something else
   * @throws IOException when there is no connection
   */
  int[] read(int unit, RegisterBlock block, Duration timeout) throws ModbusException, IOException {
    return ModbusCalls.words(call(unit, ModbusCalls.toRead(block), timeout), block.count());
  }

  /**
   * Writes registers or coils, connecting first where needed. Completes when the device has
   * confirmed it; fails as reading does, and then nobody knows whether the device took it.
   */
  void write(int unit, RegisterWrite write, Duration timeout) throws ModbusException, IOException {
    call(unit, ModbusCalls.toWrite(write), timeout);
  }

  /** From now on no call waits for longer than until this time of {@link System#nanoTime()}. */
  void endBy(long nanos) {
    endNanos = OptionalLong.of(nanos);
  }

  private Duration atMost(Duration timeout) throws IOException {
    if (endNanos.isEmpty()) {
      return timeout;
    }
    Duration left = Duration.ofNanos(endNanos.getAsLong() - System.nanoTime());
    if (left.toMillis() < 1) {
      throw new IOException("no time left");
    }
    return left.compareTo(timeout) < 0 ? left : timeout;
  }

  private ModbusResponse call(int unit, ModbusRequest request, Duration timeout)
      throws ModbusException, IOException {
    ModbusWire open = open(atMost(timeout));
    request.setUnitID(unit);
    return open.ask(request);
  }

  private ModbusWire open(Duration timeout) throws IOException {
    ModbusWire current = wire;
    if (current != null && current.isOpen()) {
      current.setTimeout(Math.toIntExact(timeout.toMillis()));
      return current;
    }
    ModbusWire opened = ModbusWire.open(line, timeout);
    wire = opened;
    return opened;
  }

  /**
   * Ends the connection. Due after every failed read: an answer that comes too late would be taken
   * for the answer to the next request.
   */
  void close() {
    ModbusWire current = wire;
    wire = null;
    if (current != null) {
      current.close();
    }
  }
}
