package energy.setpoint.der.template;

import java.time.Duration;

/**
 * A counter that a device wants to see going up while it is commanded.
 *
 * @param address of a holding register, which counts from 0 to 65535 and over again
 * @param every between two counts; site time
 */
public record Heartbeat(int address, boolean together, Duration every) {}
