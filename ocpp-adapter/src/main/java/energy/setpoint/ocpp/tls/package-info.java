/**
 * TLS of the station port: certificates and keys from PEM files that may change while it runs, the
 * cipher suites of the specification, and the check of the stations' certificates.
 */
@NullMarked
package energy.setpoint.ocpp.tls;

import org.jspecify.annotations.NullMarked;
