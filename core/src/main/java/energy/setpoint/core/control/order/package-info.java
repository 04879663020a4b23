/** What operators order at stations beside the plan, as far as every fuse bears it. */
@NullMarked
package energy.setpoint.core.control.order;

import org.jspecify.annotations.NullMarked;
