package energy.setpoint.core.forecast;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.Interval;

/**
 * What the vehicles that will probably arrive at a circuit within a while will need together.
 *
 * @param stay from their middle arrival to their middle departure
 * @param energy all of them together, above 0 Wh
 * @param maxCharge all of them together, a magnitude
 */
public record ExpectedArrivals(CircuitId circuit, Interval stay, Energy energy, Power maxCharge) {}
