/** What utilities and others set at stations, beside what the engine wants of them. */
@NullMarked
package energy.setpoint.core.control.grid;

import org.jspecify.annotations.NullMarked;
