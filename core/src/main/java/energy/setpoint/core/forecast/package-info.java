/** What past sessions teach about those to come, learnt from nothing but the past. */
@NullMarked
package energy.setpoint.core.forecast;

import org.jspecify.annotations.NullMarked;
