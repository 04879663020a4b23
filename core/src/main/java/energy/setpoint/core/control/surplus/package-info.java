/** Charging on what the sun leaves over: how much that is, who gets it, and on how many phases. */
@NullMarked
package energy.setpoint.core.control.surplus;

import org.jspecify.annotations.NullMarked;
