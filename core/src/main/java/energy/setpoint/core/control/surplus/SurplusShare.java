package energy.setpoint.core.control.surplus;

import energy.setpoint.core.quantity.Power;

/**
 * What a vehicle gets of the surplus.
 *
 * @param phases over which it takes it
 * @param switched whether the EVSE must be told that number
 */
record SurplusShare(Power power, int phases, boolean switched) {}
