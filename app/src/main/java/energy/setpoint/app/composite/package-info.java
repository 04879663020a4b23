/** Composite schedules on the command line: one JSON document in, periods out. */
@NullMarked
package energy.setpoint.app.composite;

import org.jspecify.annotations.NullMarked;
