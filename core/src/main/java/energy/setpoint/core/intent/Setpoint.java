package energy.setpoint.core.intent;

import energy.setpoint.core.quantity.Power;

/**
 * The power that an EVSE shall follow as closely as it can.
 *
 * @param power load convention: negative feeds back
 */
public record Setpoint(Power power) {}
