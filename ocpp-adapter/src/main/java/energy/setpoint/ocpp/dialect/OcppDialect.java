package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.ocpp.rpc.RpcErrorCode;
import energy.setpoint.ocpp.rpc.RpcException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One version of OCPP. Stateless: what is known of a station comes in as {@link StationContext} or
 * {@link StationTraits}.
 */
public interface OcppDialect {

  /** The WebSocket subprotocol, such as {@code ocpp2.0.1}. */
  String subprotocol();

  /** The messages that carry out an intent, and what they cannot express. */
  Encoding encode(ChargingIntent intent, StationTraits traits);

  /**
   * Answers a call from a station and says what it means for the engine.
   *
   * @throws RpcException with the error that the station shall get: unknown action, wrong type,
   *     missing field, value out of range
   */
  Handled handle(String action, JsonNode payload, StationContext context) throws RpcException;

  /**
   * Why a station's answer to one of our calls is a refusal; empty when it accepted.
   *
   * @throws RpcException when the answer does not have the form that the version prescribes
   */
  Optional<String> findRefusal(String action, JsonNode response) throws RpcException;

  /**
   * What a call that a station accepted, and its answer, mean for the engine beyond that; often
   * nothing.
   *
   * @throws RpcException when one of the two does not have the form that the version prescribes
   */
  default List<StationEvent> learn(OutboundCall call, JsonNode response, StationContext context)
      throws RpcException {
    return List.of();
  }

  /** How this version spells an error code on the wire. */
  String spell(RpcErrorCode code);

  /**
   * Whether a message whose type or id cannot be read is answered with a CALLERROR; so it is since
   * OCPP 2.0.1 (part 4 section 4.2.3).
   */
  default boolean answersUnreadable() {
    return true;
  }
}
