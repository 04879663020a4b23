package energy.setpoint.der;

import energy.setpoint.core.port.BatteryGateway;
import energy.setpoint.core.port.CommandOutcome;
import energy.setpoint.core.port.InverterGateway;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.DeviceReading;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.der.device.BrokerAddress;
import energy.setpoint.der.device.DeviceAddress.Mqtt;
import energy.setpoint.der.device.DeviceConnection;
import energy.setpoint.der.device.DeviceFeed;
import energy.setpoint.der.device.DeviceHealth;
import energy.setpoint.der.device.ModbusAddress;
import energy.setpoint.der.device.Pace;
import energy.setpoint.der.modbus.ModbusEndpoint;
import energy.setpoint.der.mqtt.FollowingDevice;
import energy.setpoint.der.mqtt.MqttBroker;
import energy.setpoint.der.mqtt.TopicBoard;
import energy.setpoint.der.template.DeviceKind;
import energy.setpoint.der.template.Transport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The meters, inverters and batteries of a site: reads them all for as long as this is open, and
 * keeps the batteries on their setpoints. A device that is slow, silent or talks nonsense shows in
 * its {@link DeviceHealth} and nowhere else.
 */
public final class DerDevices implements BatteryGateway, InverterGateway, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DerDevices.class);

  private final Map<DeviceId, DeviceFeed> feeds = new LinkedHashMap<>();
  private final Map<DeviceId, FollowingDevice> followers = new HashMap<>();
  private final Map<DeviceId, ModbusEndpoint> commandedBy = new HashMap<>();
  private final List<ModbusEndpoint> endpoints = new ArrayList<>();
  private final List<AutoCloseable> running = new ArrayList<>();
  private final Pace pace;
  private Optional<TopicBoard> board = Optional.empty();

  private DerDevices(Timeline timeline) {
    this.pace = new Pace(timeline);
  }

  /**
   * Starts reading. Devices that are not there are tried again until they are.
   *
   * @param connections one for each device
   * @param timeline periods, ages and leases are in its time, timeouts in wall-clock time
   * @param readings called on the threads of the connections, one call at a time for each device;
   *     must return soon
   * @throws IllegalArgumentException when a device is named twice
   */
  public static DerDevices start(
      List<DeviceConnection> connections,
      Timeline timeline,
      Consumer<? super DeviceReading> readings) {
    return start(connections, Optional.empty(), Optional.empty(), timeline, readings);
  }

  /**
   * Starts reading, and tells brokers that we are there.
   *
   * @param statusTopic holds {@code online} or {@code offline}, retained, at each broker
   * @param board the broker at which there is a {@link #board()}, whether devices are behind it or
   *     not
   * @see #start(List, Timeline, Consumer)
   */
  public static DerDevices start(
      List<DeviceConnection> connections,
      Optional<String> statusTopic,
      Optional<BrokerAddress> board,
      Timeline timeline,
      Consumer<? super DeviceReading> readings) {
    DerDevices devices = new DerDevices(timeline);
    for (DeviceConnection connection : connections) {
      DeviceFeed feed = new DeviceFeed(connection, devices.pace, readings);
      if (devices.feeds.put(connection.device(), feed) != null) {
        throw new IllegalArgumentException("Device " + connection.device() + " is named twice.");
      }
    }
    devices.startModbus();
    devices.startMqtt(statusTopic, board);
    return devices;
  }

  private void startModbus() {
    Map<ModbusAddress, List<DeviceFeed>> lines = new LinkedHashMap<>();
    for (DeviceFeed feed : feeds.values()) {
      if (feed.connection().address() instanceof ModbusAddress address) {
        lines.computeIfAbsent(address.line(), _ -> new ArrayList<>()).add(feed);
      }
    }
    requireOneWayToEach(lines.keySet());
    lines.values().stream().map(ModbusEndpoint::start).forEach(this::keep);
  }

  /** Many devices accept only one Modbus client, and a serial port has one speed. */
  private static void requireOneWayToEach(Set<ModbusAddress> lines) {
    Map<String, ModbusAddress> ways = new HashMap<>();
    for (ModbusAddress line : lines) {
      ModbusAddress other = ways.put(line.place(), line);
      if (other != null) {
        throw new IllegalArgumentException(
            "Devices are connected by " + other + " and " + line + ", which cannot both be right.");
      }
    }
  }

  private void keep(ModbusEndpoint endpoint) {
    endpoint.commanded().forEach(device -> commandedBy.put(device, endpoint));
    endpoints.add(endpoint);
    running.add(endpoint);
  }

  private void startMqtt(Optional<String> statusTopic, Optional<BrokerAddress> boardAt) {
    Map<BrokerAddress, Map<DeviceFeed, Transport.Mqtt>> brokers = new LinkedHashMap<>();
    boardAt.ifPresent(it -> brokers.put(it, new LinkedHashMap<>()));
    for (DeviceFeed feed : feeds.values()) {
      if (feed.connection().address() instanceof Mqtt address
          && feed.template().transport() instanceof Transport.Mqtt mqtt) {
        brokers.computeIfAbsent(address.broker(), _ -> new LinkedHashMap<>()).put(feed, mqtt);
      }
    }
    brokers.forEach((address, behindIt) -> {
      MqttBroker broker = new MqttBroker(address, statusTopic, pace);
      if (boardAt.filter(address::equals).isPresent()) {
        keep(new TopicBoard(broker, pace));
      }
      startBroker(broker, behindIt);
    });
  }

  private void keep(TopicBoard kept) {
    board = Optional.of(kept);
    running.add(kept);
  }

  private void startBroker(MqttBroker broker, Map<DeviceFeed, Transport.Mqtt> behindIt) {
    behindIt.forEach((feed, mqtt) -> {
      broker.read(feed, mqtt);
      mqtt.setpoint()
          .map(it -> new FollowingDevice(feed, it, broker))
          .ifPresent(it -> {
            followers.put(feed.device(), it);
            running.add(it);
          });
    });
    broker.start();
    running.add(broker);
  }

  @Override
  public CompletionStage<CommandOutcome> follow(
      DeviceId battery, Power setpoint, Interval validity) {
    return command(battery, DeviceKind.BATTERY, setpoint, validity);
  }

  @Override
  public CompletionStage<CommandOutcome> limit(DeviceId inverter, Power most, Interval validity) {
    return command(inverter, DeviceKind.INVERTER, most, validity);
  }

  private CompletionStage<CommandOutcome> command(
      DeviceId device, DeviceKind kind, Power power, Interval validity) {
    DeviceFeed feed = feeds.get(device);
    boolean isOfKind = feed != null && feed.template().kind() == kind;
    FollowingDevice follower = followers.get(device);
    if (isOfKind && follower != null) {
      return follower.follow(power, validity);
    }
    ModbusEndpoint endpoint = commandedBy.get(device);
    if (isOfKind && endpoint != null) {
      return endpoint.command(device, power, validity);
    }
    String what = kind == DeviceKind.BATTERY ? "setpoints" : "limits";
    return CompletableFuture.completedFuture(
        new CommandOutcome.Failed("Device " + device + " takes no " + what + "."));
  }

  @Override
  public boolean canLimit(DeviceId inverter) {
    DeviceFeed feed = feeds.get(inverter);
    return feed != null && feed.template().kind() == DeviceKind.INVERTER && isCommanded(inverter);
  }

  /** Whether a device keeps count of the commands to it in {@link DeviceHealth#commands()}. */
  public boolean isCommanded(DeviceId device) {
    return commandedBy.containsKey(device) || followers.containsKey(device);
  }

  /** Where values are shown to everybody at the broker that was named for it. */
  public Optional<TopicBoard> board() {
    return board;
  }

  /** How each device does now, in the order in which they were given. */
  public List<DeviceHealth> health() {
    return feeds.values().stream().map(DeviceFeed::health).toList();
  }

  /** How one device does now. */
  public Optional<DeviceHealth> findHealth(DeviceId device) {
    return Optional.ofNullable(feeds.get(device)).map(DeviceFeed::health);
  }

  /**
   * Stops reading and repeating commands. Modbus devices are let go as their templates say; the
   * others are left to their watchdogs.
   */
  @Override
  public void close() {
    // All at the same time, so that silent devices do not add up.
    endpoints.forEach(ModbusEndpoint::stop);
    for (AutoCloseable it : running) {
      try {
        it.close();
      } catch (Exception e) {
        log.warn("A device connection did not close", e);
      }
    }
  }
}
