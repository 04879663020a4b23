/** Keeps what a station reports to us apart from what it reports to its CSMS. */
@NullMarked
package energy.setpoint.ocpp.proxy.request;

import org.jspecify.annotations.NullMarked;
