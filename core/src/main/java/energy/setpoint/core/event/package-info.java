/** What charging stations tell the engine, in terms of power, time and energy. */
@NullMarked
package energy.setpoint.core.event;

import org.jspecify.annotations.NullMarked;
