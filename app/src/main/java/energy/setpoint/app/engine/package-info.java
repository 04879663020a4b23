/** The running engine of a site: everything that is not web, put together and kept alive. */
@NullMarked
package energy.setpoint.app.engine;

import org.jspecify.annotations.NullMarked;
