/**
 * What stations and another CSMS say to each other, as far as the engine must understand it: what
 * has to reach the CSMS, what it may change, and which limits it sets. Knows no version.
 */
@NullMarked
package energy.setpoint.ocpp.overheard;

import org.jspecify.annotations.NullMarked;
