/** The plan loop: writes down what is known as a problem and keeps the plan current. */
@NullMarked
package energy.setpoint.core.control.plan;

import org.jspecify.annotations.NullMarked;
