/** One device of a site: where it is, what it last said, and how well that works. */
@NullMarked
package energy.setpoint.der.device;

import org.jspecify.annotations.NullMarked;
