package energy.setpoint.ocpp.rpc;

import java.util.function.Function;

/**
 * In what versions of OCPP-J differ.
 *
 * @param spelling of error codes on the wire
 * @param answersUnreadable true when a message whose type or id cannot be read is answered with a
 *     CALLERROR (OCPP 2.0.1 and later)
 */
public record RpcRules(Function<RpcErrorCode, String> spelling, boolean answersUnreadable) {}
