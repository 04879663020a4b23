package energy.setpoint.der.modbus;

import com.ghgande.j2mod.modbus.ModbusException;
import com.ghgande.j2mod.modbus.ModbusSlaveException;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.der.device.DeviceAddress.ModbusTcp;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.device.Reason;
import energy.setpoint.der.device.RtuOverTcp;
import energy.setpoint.der.device.SerialLine;
import energy.setpoint.der.template.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One host and port or serial line, its only connection, and the devices behind it. Many devices
 * accept a single Modbus client, so this thread is the only one that talks to them, and an endpoint
 * that hangs delays nobody else.
 */
public final class ModbusEndpoint implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ModbusEndpoint.class);

  /** Exceptions of a gateway whose device is silent: path unavailable, target failed to respond. */
  private static final List<Integer> SILENT_BEHIND_GATEWAY = List.of(0x0A, 0x0B);

  /** For letting the devices go when the engine stops, whether they answer or not. */
  private static final Duration LAST_WRITES = Duration.ofSeconds(1);

  private final ModbusLink link;
  private final Map<DeviceId, CommandedDevice> commanded = new ConcurrentHashMap<>();
  private final Set<DeviceId> maybeCommanded = new HashSet<>();
  private final List<DueWork> works = new ArrayList<>();
  private final Thread thread;
  private volatile boolean closed;

  private ModbusEndpoint(ModbusAddress line, List<DeviceFeed> feeds) {
    this.link = new ModbusLink(line);
    this.thread = threadFor(line).name("modbus " + line.place()).unstarted(this::run);
    feeds.forEach(this::add);
  }

  /** A serial port is read by native calls, which a virtual thread cannot leave. */
  private static Thread.Builder threadFor(ModbusAddress line) {
    return switch (line) {
      case SerialLine _ -> Thread.ofPlatform().daemon();
      case ModbusTcp _, RtuOverTcp _ -> Thread.ofVirtual();
    };
  }

  private void add(DeviceFeed feed) {
    switch (feed.template().transport()) {
      case Transport.Modbus modbus -> add(feed, modbus);
      case Transport.SunSpec sunspec -> add(feed, sunspec);
      case Transport.Mqtt mqtt ->
          throw new IllegalArgumentException(feed.device() + " speaks " + mqtt.key());
    }
  }

  private void add(DeviceFeed feed, Transport.Modbus modbus) {
    ModbusUnit unit = unit(feed, modbus.unit(), modbus.timeout(), modbus.pauseBetweenRequests());
    modbus
        .control()
        .map(it -> new CommandedDevice(feed, unit, it, this::wake))
        .ifPresent(it -> {
          maybeCommanded.add(feed.device());
          commanded.put(feed.device(), it);
          works.add(it);
        });
    works.add(new PolledDevice(feed, modbus, unit));
  }

  private void add(DeviceFeed feed, Transport.SunSpec sunspec) {
    ModbusUnit unit = unit(feed, sunspec.unit(), sunspec.timeout(), sunspec.pauseBetweenRequests());
    if (sunspec.control().isPresent()) {
      maybeCommanded.add(feed.device());
    }
    works.add(new SunSpecDevice(feed, sunspec, unit, this::wake, it -> keep(feed.device(), it)));
  }

  private void keep(DeviceId device, Optional<CommandedDevice> found) {
    found.ifPresentOrElse(it -> commanded.put(device, it), () -> commanded.remove(device));
  }

  private ModbusUnit unit(DeviceFeed feed, int number, Duration timeout, Duration pause) {
    return new ModbusUnit(link, addressOf(feed).unit().orElse(number), timeout, pause);
  }

  private void wake() {
    LockSupport.unpark(thread);
  }

  /**
   * Starts reading.
   *
   * @param feeds of devices on the same line, at least one
   */
  public static ModbusEndpoint start(List<DeviceFeed> feeds) {
    ModbusEndpoint endpoint = new ModbusEndpoint(addressOf(feeds.getFirst()).line(), feeds);
    endpoint.thread.start();
    return endpoint;
  }

  private static ModbusAddress addressOf(DeviceFeed feed) {
    return (ModbusAddress) feed.connection().address();
  }

  /** The devices that take commands, as far as their templates can say it. */
  public Set<DeviceId> commanded() {
    return Set.copyOf(maybeCommanded);
  }

  /**
   * Keeps a device on a power while a lease lasts; the last command wins.
   *
   * @param power of a battery in load convention; of an inverter the most that it may produce, as a
   *     magnitude
   * @return completes normally in every case, when the device has taken the command or not
   */
  public CompletionStage<CommandOutcome> command(DeviceId device, Power power, Interval validity) {
    CommandedDevice found = commanded.get(device);
    return found == null
        ? CompletableFuture.completedFuture(
            new CommandOutcome.Failed("Device " + device + " takes no commands, or not yet."))
        : found.command(power, validity);
  }

  private void run() {
    while (!closed) {
      DueWork next = nextDue();
      long wait = next.nanosUntilDue();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      } else {
        work(next);
      }
    }
    letGo();
  }

  /** Whatever closing interrupted: devices are let go over a connection that is surely whole. */
  private void letGo() {
    link.close();
    boolean interrupted = takeInterrupt();
    link.endBy(System.nanoTime() + LAST_WRITES.toNanos());
    commanded.values().forEach(this::letGo);
    link.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the interrupt that comes with closing, lest it hit the last writes. */
  private synchronized boolean takeInterrupt() {
    return Thread.interrupted();
  }

  private void letGo(CommandedDevice device) {
    try {
      device.close();
    } catch (ModbusException | IOException | RuntimeException e) {
      log.warn("Device {} could not be let go: {}", device.feed().device(), Reason.of(e));
      link.close();
    }
  }

  private DueWork nextDue() {
    return works.stream().min(Comparator.comparingLong(DueWork::nanosUntilDue)).orElseThrow();
  }

  private void work(DueWork device) {
    try {
      device.work();
    } catch (ModbusSlaveException e) {
      answeredWithError(device, e);
    } catch (ModbusException | IOException e) {
      fail(device, Reason.of(e));
    } catch (RuntimeException e) {
      log.error("Device {} went wrong in a way nobody thought of", device.feed().device(), e);
      fail(device, Reason.of(e));
    }
  }

  private void answeredWithError(DueWork device, ModbusSlaveException e) {
    String reason = "Modbus exception " + e.getType() + ": " + e.getMessage();
    if (SILENT_BEHIND_GATEWAY.contains(e.getType())) {
      device.feed().failed(reason);
      contactLost(device);
    } else {
      device.feed().answeredWithError(reason);
    }
    device.planRetry(reason);
  }

  private void fail(DueWork device, String reason) {
    link.close();
    if (!closed) {
      device.feed().failed(reason);
    }
    contactLost(device);
    device.planRetry(reason);
  }

  /** A device that a read could not reach may have restarted, and forgotten its command. */
  private void contactLost(DueWork device) {
    CommandedDevice found = commanded.get(device.feed().device());
    if (found != null) {
      found.contactLost();
    }
  }

  /**
   * Stops reading, abandons a request under way, and begins to let the commanded devices go. Does
   * not wait for that.
   */
  public synchronized void stop() {
    commanded.values().forEach(CommandedDevice::refuseCommands);
    if (!closed) {
      closed = true;
      thread.interrupt();
    }
  }

  /** Stops, and waits until the devices were let go, but not for long when they do not answer. */
  @Override
  public void close() {
    stop();
    try {
      thread.join(LAST_WRITES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
