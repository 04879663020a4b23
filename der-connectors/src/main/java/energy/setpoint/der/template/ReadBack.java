package energy.setpoint.der.template;

import java.time.Duration;

/**
 * How a device is asked whether it took a command.
 *
 * @param point what is read and compared with what was written
 * @param toleranceW the largest difference that counts as equal, in W
 * @param after how long the device needs to take over what was written; site time
 * @param retries how often a command that was not taken is written again before it counts as failed
 */
public record ReadBack(RegisterPoint point, double toleranceW, Duration after, int retries) {}
