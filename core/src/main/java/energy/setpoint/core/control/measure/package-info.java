/** What is measured on a site, and what follows from it. */
@NullMarked
package energy.setpoint.core.control.measure;

import org.jspecify.annotations.NullMarked;
