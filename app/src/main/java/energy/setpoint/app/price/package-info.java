/** Keeps a site's prices up to date with what a market publishes. */
@NullMarked
package energy.setpoint.app.price;

import org.jspecify.annotations.NullMarked;
