/** {@code setpoint device}: device templates at the command line, without a site. */
@NullMarked
package energy.setpoint.app.cli.device;

import org.jspecify.annotations.NullMarked;
