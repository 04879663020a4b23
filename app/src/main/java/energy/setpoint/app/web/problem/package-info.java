/** What a refused request is told (RFC 9457). */
@NullMarked
package energy.setpoint.app.web.problem;

import org.jspecify.annotations.NullMarked;
