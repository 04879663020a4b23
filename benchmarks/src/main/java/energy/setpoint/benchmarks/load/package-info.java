/** How many stations one process holds, and how fast it answers them. */
@NullMarked
package energy.setpoint.benchmarks.load;

import org.jspecify.annotations.NullMarked;
