package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One host and port, its only connection, and the devices behind it. Many devices accept a single
 * Modbus client, so this thread is the only one that talks to them, and an endpoint that hangs
 * delays nobody else.
 */
public final class ModbusEndpoint implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ModbusEndpoint.class);

  /** Exceptions of a gateway whose device is silent: path unavailable, target failed to respond. */
  private static final List<Integer> SILENT_BEHIND_GATEWAY = List.of(0x0A, 0x0B);

  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ModbusLink link;
  private final List<PolledDevice> devices;
  private final Thread thread;
  private volatile boolean closed;

  private ModbusEndpoint(String host, int port, List<PolledDevice> devices) {
    this.link = new ModbusLink(host, port);
    this.devices = devices;
    this.thread = Thread.ofVirtual().name("modbus " + host + ":" + port).unstarted(this::run);
  }

  /**
   * Starts reading.
   *
   * @param feeds of devices with the same host and port, at least one
   */
  public static ModbusEndpoint start(Map<DeviceFeed, Transport.Modbus> feeds) {
    List<PolledDevice> devices =
        feeds.entrySet().stream()
            .map(it -> new PolledDevice(it.getKey(), it.getValue(), addressOf(it.getKey())))
            .toList();
    ModbusTcp address = addressOf(devices.getFirst().feed());
    ModbusEndpoint endpoint = new ModbusEndpoint(address.host(), address.port(), devices);
    endpoint.thread.start();
    return endpoint;
  }

  private static ModbusTcp addressOf(DeviceFeed feed) {
    return (ModbusTcp) feed.connection().address();
  }

  private void run() {
    while (!closed) {
      PolledDevice next = nextDue();
      long wait = next.nanosUntilDue();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      } else {
        poll(next);
      }
    }
    link.close();
  }

  private PolledDevice nextDue() {
    return devices.stream()
        .min(Comparator.comparingLong(PolledDevice::nanosUntilDue))
        .orElseThrow();
  }

  private void poll(PolledDevice device) {
    try {
      device.read(link);
      device.planNext();
    } catch (ModbusSlaveException e) {
      answeredWithError(device, e);
    } catch (ModbusException | IOException e) {
      fail(device, Reason.of(e));
    } catch (RuntimeException e) {
      log.error("Reading {} went wrong in a way nobody thought of", device.feed().device(), e);
      fail(device, Reason.of(e));
    }
  }

  private static void answeredWithError(PolledDevice device, ModbusSlaveException e) {
    String reason = "Modbus exception " + e.getType() + ": " + e.getMessage();
    if (SILENT_BEHIND_GATEWAY.contains(e.getType())) {
      device.feed().failed(reason);
    } else {
      device.feed().answeredWithError(reason);
    }
    device.planRetry();
  }

  private void fail(PolledDevice device, String reason) {
    link.close();
    if (!closed) {
      device.feed().failed(reason);
    }
    device.planRetry();
  }

  /** Stops reading; a request under way is abandoned. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(LAST_WORDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
