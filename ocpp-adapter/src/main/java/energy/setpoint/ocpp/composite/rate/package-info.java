/** What may flow, in one measure for all units and phases, and how several such rates combine. */
@NullMarked
package energy.setpoint.ocpp.composite.rate;

import org.jspecify.annotations.NullMarked;
