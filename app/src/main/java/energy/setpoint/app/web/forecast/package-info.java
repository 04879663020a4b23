/** What load and production will probably be, for people. */
@NullMarked
package energy.setpoint.app.web.forecast;

import org.jspecify.annotations.NullMarked;
