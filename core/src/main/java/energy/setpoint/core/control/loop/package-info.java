/** The loop of one site: takes in what happens, and looks at the fuses every guard period. */
@NullMarked
package energy.setpoint.core.control.loop;

import org.jspecify.annotations.NullMarked;
