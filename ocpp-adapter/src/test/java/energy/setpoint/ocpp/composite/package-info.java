/** Composite schedules, checked against a slow calculation of another kind. */
@NullMarked
package energy.setpoint.ocpp.composite;

import org.jspecify.annotations.NullMarked;
