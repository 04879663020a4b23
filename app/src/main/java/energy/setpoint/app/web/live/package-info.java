/** The stream of events behind the live page. */
@NullMarked
package energy.setpoint.app.web.live;

import org.jspecify.annotations.NullMarked;
