/** What the API shows of a site, as JSON. */
@NullMarked
package energy.setpoint.app.web.view;

import org.jspecify.annotations.NullMarked;
