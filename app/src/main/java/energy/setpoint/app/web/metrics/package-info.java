/** Metrics and health of the engine, for operators. */
@NullMarked
package energy.setpoint.app.web.metrics;

import org.jspecify.annotations.NullMarked;
