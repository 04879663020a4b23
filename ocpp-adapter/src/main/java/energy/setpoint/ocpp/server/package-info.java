/** The WebSocket port for charging stations; the policy is written in {@code docs/ocpp/rpc.md}. */
@NullMarked
package energy.setpoint.ocpp.server;

import org.jspecify.annotations.NullMarked;
