package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.io.ModbusTCPTransaction;
import com.ghgande.j2mod.modbus.msg.ModbusRequest;
import com.ghgande.j2mod.modbus.msg.ModbusResponse;
import com.ghgande.j2mod.modbus.net.TCPMasterConnection;
import energy.setpoint.der.template.RegisterWrite;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The one connection to a Modbus TCP server; for one thread. */
final class ModbusLink {

  private final String host;
  private final int port;
  private @Nullable TCPMasterConnection connection;
  private OptionalLong endNanos = OptionalLong.empty();

  ModbusLink(String host, int port) {
    this.host = host;
    this.port = port;
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
    TCPMasterConnection open = open(atMost(timeout));
    request.setUnitID(unit);
    ModbusTCPTransaction transaction = new ModbusTCPTransaction(open);
    transaction.setRequest(request);
    // j2mod would try five times, each with the full timeout; who waits and how long is ours to
    // say.
    transaction.setRetries(1);
    transaction.setCheckingValidity(true);
    transaction.execute();
    return transaction.getResponse();
  }

  private TCPMasterConnection open(Duration timeout) throws IOException {
    int timeoutMillis = Math.toIntExact(timeout.toMillis());
    TCPMasterConnection current = connection;
    if (current != null && current.isConnected()) {
      current.setTimeout(timeoutMillis);
      return current;
    }
    // Resolved each time: a device may get a new address from DHCP.
    TCPMasterConnection opened = new TCPMasterConnection(HostNames.resolve(host, timeout));
    opened.setPort(port);
    opened.setTimeout(timeoutMillis);
    connect(opened);
    connection = opened;
    return opened;
  }

  private static void connect(TCPMasterConnection connection) throws IOException {
    try {
      connection.connect();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      // The declared type of j2mod's connect().
      throw new IOException(e);
    }
  }

  /**
   * Ends the connection. Due after every failed read: an answer that comes too late would be taken
   * for the answer to the next request.
   */
  void close() {
    TCPMasterConnection current = connection;
    connection = null;
    if (current != null) {
      current.close();
    }
  }
}
