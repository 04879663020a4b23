/** Puts the engine together and offers it: command line, REST, web page, persistence. */
@NullMarked
package energy.setpoint.app;

import org.jspecify.annotations.NullMarked;
