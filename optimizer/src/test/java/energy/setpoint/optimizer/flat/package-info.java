/** The same problem written down a second time, plainly and slowly, to compare answers with. */
@NullMarked
package energy.setpoint.optimizer.flat;

import org.jspecify.annotations.NullMarked;
