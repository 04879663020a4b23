/** What has to be known of a station, beside its profiles, to say what it may draw. */
@NullMarked
package energy.setpoint.ocpp.composite.station;

import org.jspecify.annotations.NullMarked;
