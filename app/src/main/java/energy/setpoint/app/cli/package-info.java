/** The command line. */
@NullMarked
package energy.setpoint.app.cli;

import org.jspecify.annotations.NullMarked;
