/** Counts what happens on the OCPP connections; knows no metrics system. */
@NullMarked
package energy.setpoint.ocpp.stats;

import org.jspecify.annotations.NullMarked;
