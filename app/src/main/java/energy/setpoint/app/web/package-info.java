/** The web: REST, metrics and the live page around a running engine. */
@NullMarked
package energy.setpoint.app.web;

import org.jspecify.annotations.NullMarked;
