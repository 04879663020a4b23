/** How much inverters may produce, so that no more is fed into the grid than may be. */
@NullMarked
package energy.setpoint.core.control.production;

import org.jspecify.annotations.NullMarked;
