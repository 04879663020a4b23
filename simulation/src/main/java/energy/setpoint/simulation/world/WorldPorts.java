package energy.setpoint.simulation.world;

import java.net.URI;

/**
 * Where the simulated world meets the engine.
 *
 * @param engine where stations connect, such as {@code ws://127.0.0.1:8887/ocpp}
 * @param modbus port of the inverter and the meter; 0 for any free one
 * @param mqtt port of the broker; 0 for any free one
 * @param topicPrefix each battery's topics begin with this, a slash and its id
 */
public record WorldPorts(URI engine, int modbus, int mqtt, String topicPrefix) {}
