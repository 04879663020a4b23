package energy.setpoint.core.control.guard;

import energy.setpoint.core.quantity.Current;

/**
 * What a device would do if no fuse were in the way.
 *
 * @param perPhase negative feeds back
 * @param urgency the share of the remaining time that it must charge at full power; above 1 it is
 *     already too late
 * @param reason for people
 */
record Wish(Current perPhase, double urgency, String reason) {}
