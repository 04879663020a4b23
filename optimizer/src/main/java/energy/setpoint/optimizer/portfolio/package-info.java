/** Plans many sites over all cores, and finds prices by which they meet a target together. */
@NullMarked
package energy.setpoint.optimizer.portfolio;

import org.jspecify.annotations.NullMarked;
