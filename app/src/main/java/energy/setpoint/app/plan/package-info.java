/** Planning problems and plans as JSON, for the API and the command line. */
@NullMarked
package energy.setpoint.app.plan;

import org.jspecify.annotations.NullMarked;
