/** What an operator may order for an EVSE that stands for a while. */
@NullMarked
package energy.setpoint.core.order;

import org.jspecify.annotations.NullMarked;
