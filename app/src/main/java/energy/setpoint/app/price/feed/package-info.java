/** The services and files that tell prices, one class for each format. */
@NullMarked
package energy.setpoint.app.price.feed;

import org.jspecify.annotations.NullMarked;
