package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.site.DeviceId;
import energy.setpoint.core.time.Timeline;
import energy.setpoint.simulation.device.EmbeddedBroker;
import energy.setpoint.simulation.device.SimulatedModbusDevices;
import energy.setpoint.simulation.device.SimulatedMqttBattery;
import energy.setpoint.simulation.physics.StationaryBattery;
import energy.setpoint.simulation.station.SimulatedStation;
import energy.setpoint.simulation.station.line.StationSettings;
import energy.setpoint.simulation.station.wire.StationTransport;
import energy.setpoint.simulation.station.wire.WebSocketTransport;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The world outside the engine, behind real sockets on the loopback address: stations, a Modbus
 * server, an MQTT broker with batteries. It lives every second of a timeline, and catches up when
 * it was late.
 */
public final class World implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(World.class);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration FIRST_RETRY = Duration.ofMillis(200);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(2);
  private static final long PUBLISH_NANOS = Duration.ofMillis(20).toNanos();

  private final Timeline timeline;
  private final SimulatedSite site;
  private final FuseAuditor auditor;
  private final WebSocketTransport transport;
  private final EmbeddedBroker broker;
  private final SimulatedModbusDevices modbus;
  private final List<SimulatedMqttBattery> batteries = new ArrayList<>();
  private final Thread thread;
  private volatile boolean running = true;
  private long nextPublish = System.nanoTime();

  private World(
      Scenario scenario,
      WorldPorts ports,
      Timeline timeline,
      Optional<Writer> auditCsv,
      UnaryOperator<StationTransport> ear)
      throws IOException {
    this.timeline = timeline;
    this.transport = new WebSocketTransport(ports.engine());
    this.broker = new EmbeddedBroker(ports.mqtt());
    this.modbus = new SimulatedModbusDevices(ports.modbus());
    this.auditor = new FuseAuditor(scenario.site().circuits(), auditCsv);
    Instant start = timeline.instant().truncatedTo(ChronoUnit.SECONDS);
    Scenario paced = scenario.withStationSettings(paced(scenario.stationSettings(), timeline));
    this.site = new SimulatedSite(paced, ear.apply(transport), auditor, start);
    this.thread = Thread.ofPlatform().name("world").unstarted(this::live);
    try {
      broker.start();
      modbus.start();
      for (StationaryBattery battery : site.batteries().values()) {
        String topics = ports.topicPrefix() + "/" + battery.rating().id();
        batteries.add(new SimulatedMqttBattery(battery, broker.uri(), topics));
      }
    } catch (IOException | MqttException e) {
      broker.close();
      modbus.close();
      transport.close();
      throw new IOException("The simulated world cannot open its ports.", e);
    }
  }

  /**
   * Opens the ports and begins to live on a thread of its own.
   *
   * @param auditCsv gets what flowed through every fuse; the caller closes it
   * @throws IOException when a port is taken
   */
  public static World start(
      Scenario scenario, WorldPorts ports, Timeline timeline, Optional<Writer> auditCsv)
      throws IOException {
    return start(scenario, ports, timeline, auditCsv, UnaryOperator.identity());
  }

  /**
   * The same, with somebody who hears what stations say.
   *
   * @param ear stands between the stations and their sockets
   * @throws IOException when a port is taken
   */
  public static World start(
      Scenario scenario,
      WorldPorts ports,
      Timeline timeline,
      Optional<Writer> auditCsv,
      UnaryOperator<StationTransport> ear)
      throws IOException {
    World world = new World(scenario, ports, timeline, auditCsv, ear);
    world.thread.start();
    return world;
  }

  public WorldControl control() {
    return new WorldControl(site, broker, modbus);
  }

  public FuseAuditor auditor() {
    return auditor;
  }

  public int modbusPort() {
    return modbus.port();
  }

  public int mqttPort() {
    return broker.port();
  }

  public WorldSnapshot snapshot() {
    Map<DeviceId, StateOfCharge> charge = new LinkedHashMap<>();
    site.batteries().forEach((id, battery) -> charge.put(id, battery.soc()));
    return new WorldSnapshot(
        site.flows(),
        site.stations().stream().map(SimulatedStation::snapshot).toList(),
        charge,
        broker.isRunning(),
        modbus.isRunning(),
        auditor.violations());
  }

  /** Stops living, says good-bye and closes all ports. */
  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    site.close();
    for (SimulatedMqttBattery battery : batteries) {
      try {
        battery.close();
      } catch (MqttException e) {
        LOG.debug("A battery could not say good-bye: {}", e.getMessage());
      }
    }
    broker.close();
    modbus.close();
    transport.close();
  }

  private void live() {
    Instant next = site.now().plus(SECOND);
    while (running) {
      try {
        Duration early = Duration.between(timeline.instant(), next);
        if (early.isPositive()) {
          Thread.sleep(timeline.realTime(early));
        } else {
          site.advance(next);
          publish();
          next = next.plus(SECOND);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // One bad second must not end the world; the next one is tried afresh.
        LOG.error("The simulated world stumbled at {}", next, e);
        next = next.plus(SECOND);
      }
    }
  }

  private void publish() {
    long nanos = System.nanoTime();
    if (nanos - nextPublish < 0) {
      return;
    }
    nextPublish = nanos + PUBLISH_NANOS;
    SiteFlows flows = site.flows();
    Power production =
        flows.inverters().values().stream().reduce(Power.ZERO, Power::plus).negated();
    PhaseCurrents grid = flows.into(site.site().circuits().root().id());
    modbus.showInverter(production, site.yield().wattHours());
    modbus.showMeter(
        grid, site.site().voltage(), site.imported().wattHours(), site.exported().wattHours());
    batteries.forEach(SimulatedMqttBattery::publish);
  }

  /**
   * The network and the engine do not run faster in a faster simulation, so stations wait longer.
   */
  private static StationSettings paced(StationSettings settings, Timeline timeline) {
    double speed = 1e9 / Math.max(1, timeline.realTime(SECOND).toNanos());
    return new StationSettings(
        settings.meterPeriod(),
        settings.metersWhileIdle(),
        settings.bootsAfterReconnect(),
        longer(settings.callTimeout(), PATIENCE, speed),
        longer(settings.firstRetry(), FIRST_RETRY, speed),
        longer(settings.longestRetry(), LONGEST_RETRY, speed),
        settings.maxQueued());
  }

  private static Duration longer(Duration siteTime, Duration real, double speed) {
    Duration least = Duration.ofMillis(Math.round(real.toMillis() * speed));
    return siteTime.compareTo(least) >= 0 ? siteTime : least;
  }
}
