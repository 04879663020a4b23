/** What is kept of a station's messages while its CSMS is away. */
@NullMarked
package energy.setpoint.ocpp.proxy.outage;

import org.jspecify.annotations.NullMarked;
