/** What operators order at stations and EVSEs beside the plan. */
@NullMarked
package energy.setpoint.app.web.order;

import org.jspecify.annotations.NullMarked;
