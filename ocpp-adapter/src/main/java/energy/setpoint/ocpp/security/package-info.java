/**
 * Who may come in: security profiles 0 to 3, passwords, lock-outs and the names in certificates
 * (OCPP 2.1 part 2 section A, OCPP 1.6 security whitepaper). Knows no transport.
 */
@NullMarked
package energy.setpoint.ocpp.security;

import org.jspecify.annotations.NullMarked;
