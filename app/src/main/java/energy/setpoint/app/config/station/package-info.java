/**
 * What files say of charging stations beyond their wiring: traits, quirks, and what may be sent.
 */
@NullMarked
package energy.setpoint.app.config.station;

import org.jspecify.annotations.NullMarked;
