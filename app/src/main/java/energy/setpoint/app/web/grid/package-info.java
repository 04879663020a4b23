/** What utilities and operators set at stations: DER controls, drivers' tariffs. */
@NullMarked
package energy.setpoint.app.web.grid;

import org.jspecify.annotations.NullMarked;
