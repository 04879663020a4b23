/** Builders, fakes, text tables and contract tests for the tests of the other modules. */
@NullMarked
package energy.setpoint.testkit;

import org.jspecify.annotations.NullMarked;
