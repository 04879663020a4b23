/** The connections to the CSMS, one for each station. */
@NullMarked
package energy.setpoint.ocpp.proxy.upstream;

import org.jspecify.annotations.NullMarked;
