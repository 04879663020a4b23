/** What energy and power cost, and when. */
@NullMarked
package energy.setpoint.core.tariff;

import org.jspecify.annotations.NullMarked;
