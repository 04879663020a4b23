/** What is asked for a composite schedule, as it is written in JSON. */
@NullMarked
package energy.setpoint.app.composite.document;

import org.jspecify.annotations.NullMarked;
