/** What charging profiles of the CSMS allow in one place at a time. */
@NullMarked
package energy.setpoint.ocpp.proxy.limit;

import org.jspecify.annotations.NullMarked;
