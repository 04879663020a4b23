/** The guard loop: what each EVSE and battery may do now, whatever the plan believed. */
@NullMarked
package energy.setpoint.core.control.guard;

import org.jspecify.annotations.NullMarked;
