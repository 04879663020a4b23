/**
 * Stands between stations and a CSMS that knows nothing of us: relays what they say to each other
 * and lets the engine call the stations in between. The policy is written in {@code
 * docs/ocpp/proxy.md}.
 */
@NullMarked
package energy.setpoint.ocpp.proxy;

import org.jspecify.annotations.NullMarked;
