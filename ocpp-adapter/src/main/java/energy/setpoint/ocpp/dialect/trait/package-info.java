/** What a station has said about itself, as claims, and what follows for the engine. */
@NullMarked
package energy.setpoint.ocpp.dialect.trait;

import org.jspecify.annotations.NullMarked;
