/** What the engine wants a charging station to do, in terms of power, time and energy. */
@NullMarked
package energy.setpoint.core.intent;

import org.jspecify.annotations.NullMarked;
