/** What vehicles need, as far as it is believed. */
@NullMarked
package energy.setpoint.core.control.need;

import org.jspecify.annotations.NullMarked;
