/** Messages of OCPP 2.1 about tariffs (part 2, block I), field by field. */
@NullMarked
package energy.setpoint.ocpp.v21.wire.tariff;

import org.jspecify.annotations.NullMarked;
