/** What is known of each station: from the site file, from lists of quirks, and from itself. */
@NullMarked
package energy.setpoint.ocpp.traits;

import org.jspecify.annotations.NullMarked;
