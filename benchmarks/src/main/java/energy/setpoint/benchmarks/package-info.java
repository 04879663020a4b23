/** What is measured: each program prints ratios against a baseline of the same run. */
@NullMarked
package energy.setpoint.benchmarks;

import org.jspecify.annotations.NullMarked;
