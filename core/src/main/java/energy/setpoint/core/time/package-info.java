/** Half-open intervals, planning grids and curves over them. */
@NullMarked
package energy.setpoint.core.time;

import org.jspecify.annotations.NullMarked;
