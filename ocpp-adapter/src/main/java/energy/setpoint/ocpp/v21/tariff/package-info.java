/** Tariffs in the words of OCPP 2.1 (part 2, block I). */
@NullMarked
package energy.setpoint.ocpp.v21.tariff;

import org.jspecify.annotations.NullMarked;
