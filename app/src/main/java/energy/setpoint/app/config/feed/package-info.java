/** Reads from which market a site has its prices. */
@NullMarked
package energy.setpoint.app.config.feed;

import org.jspecify.annotations.NullMarked;
