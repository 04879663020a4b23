/** The loop of one site: what is known, what is planned, what is allowed now, and what is sent. */
@NullMarked
package energy.setpoint.core.control;

import org.jspecify.annotations.NullMarked;
