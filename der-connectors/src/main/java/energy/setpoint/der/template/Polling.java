package energy.setpoint.der.template;

import java.time.Duration;

/**
 * How often a point is read, and how long it may be believed.
 *
 * @param every with every n-th read of the device, from 1
 * @param staleAfter site time
 */
public record Polling(int every, Duration staleAfter) {}
