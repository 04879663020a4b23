/** A site as Home Assistant sees it. */
@NullMarked
package energy.setpoint.app.homeassistant;

import org.jspecify.annotations.NullMarked;
