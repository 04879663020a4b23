/** The built-in certificate authority for small sites and tests (OCPP 2.1 part 2 section A00.6). */
@NullMarked
package energy.setpoint.app.pki;

import org.jspecify.annotations.NullMarked;
