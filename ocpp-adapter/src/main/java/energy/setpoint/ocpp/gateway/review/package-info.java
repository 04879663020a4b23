/** What stations say that they hold, against what we believe that they hold. */
@NullMarked
package energy.setpoint.ocpp.gateway.review;

import org.jspecify.annotations.NullMarked;
