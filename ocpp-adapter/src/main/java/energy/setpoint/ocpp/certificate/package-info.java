/**
 * Certificates of stations: a station asks for one, an authority signs it, and it is brought to the
 * station (OCPP 2.1 part 2 use cases A02 and A03), whatever the version.
 */
@NullMarked
package energy.setpoint.ocpp.certificate;

import org.jspecify.annotations.NullMarked;
