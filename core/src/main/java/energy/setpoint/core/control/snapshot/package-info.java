/** Everything about a site at one moment, for people and metrics. */
@NullMarked
package energy.setpoint.core.control.snapshot;

import org.jspecify.annotations.NullMarked;
