/** What vehicles, stations and devices last said. */
@NullMarked
package energy.setpoint.core.control.book;

import org.jspecify.annotations.NullMarked;
