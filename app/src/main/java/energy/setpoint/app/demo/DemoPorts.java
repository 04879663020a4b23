package energy.setpoint.app.demo;

import energy.setpoint.app.cli.FreePorts;
import java.net.URI;
import picocli.CommandLine.Option;

/** The ports that a demo uses, all on this machine. */
final class DemoPorts {

  private static final String HOST = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Page and API of the engine; default: ${DEFAULT-VALUE}.")
  int page;

  @Option(
      names = "--ocpp-port",
      paramLabel = "PORT",
      defaultValue = "9000",
      description = "Charging stations; default: ${DEFAULT-VALUE}.")
  int stations;

  @Option(
      names = "--modbus-port",
      paramLabel = "PORT",
      defaultValue = "15020",
      description = "Simulated inverter and meter; default: ${DEFAULT-VALUE}.")
  int modbus;

  @Option(
      names = "--mqtt-port",
      paramLabel = "PORT",
      defaultValue = "18830",
      description = "Broker of the simulated battery; default: ${DEFAULT-VALUE}.")
  int mqtt;

  @Option(
      names = "--world-port",
      paramLabel = "PORT",
      defaultValue = "8090",
      description = "Where the simulated world takes faults; default: ${DEFAULT-VALUE}.")
  int world;

  /** Where the engine says whether it is ready. */
  URI readiness() {
    return URI.create("http://" + HOST + ":" + page + "/actuator/health/readiness");
  }

  /** Complains before anything was started. */
  void requireFree() {
    FreePorts.require(HOST, page, "the page", "--port");
    FreePorts.require(HOST, stations, "charging stations", "--ocpp-port");
    FreePorts.require(HOST, modbus, "the simulated Modbus devices", "--modbus-port");
    FreePorts.require(HOST, mqtt, "the MQTT broker", "--mqtt-port");
    FreePorts.require(HOST, world, "the simulated world", "--world-port");
  }
}
