/** Planning problems for tests: small ones by hand, and random ones by seed. */
@NullMarked
package energy.setpoint.testkit.plan;

import org.jspecify.annotations.NullMarked;
