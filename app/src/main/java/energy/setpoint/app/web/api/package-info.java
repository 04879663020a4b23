/** The REST API. */
@NullMarked
package energy.setpoint.app.web.api;

import org.jspecify.annotations.NullMarked;
