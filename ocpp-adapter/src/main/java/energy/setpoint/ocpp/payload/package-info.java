/** Binds payloads to wire records and says precisely what is wrong with them. Knows no version. */
@NullMarked
package energy.setpoint.ocpp.payload;

import org.jspecify.annotations.NullMarked;
