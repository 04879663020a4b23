/** The official schemas as a judge, and as a source of good and bad messages. */
@NullMarked
package energy.setpoint.ocpp.schema;

import org.jspecify.annotations.NullMarked;
