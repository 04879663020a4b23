package energy.setpoint.app.config;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.time.Duration;

/**
 * What is assumed of a vehicle that nobody described.
 *
 * @param energy wanted, above 0
 * @param stay from plugging in to departure
 * @param maxCharge the most it is planned to take
 */
public record Guests(Energy energy, Duration stay, Power maxCharge) {}
