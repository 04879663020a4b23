/** Charging profiles as every version of OCPP writes them: rates, plans, what is held. */
@NullMarked
package energy.setpoint.ocpp.dialect.profile;

import org.jspecify.annotations.NullMarked;
