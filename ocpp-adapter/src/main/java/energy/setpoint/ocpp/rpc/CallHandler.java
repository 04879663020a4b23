package energy.setpoint.ocpp.rpc;

import tools.jackson.databind.JsonNode;

/** Answers the calls of a peer. */
@FunctionalInterface
public interface CallHandler {

  /**
   * Answers one call. Must not wait for anything on the same connection. An exception other than
   * {@link RpcException} is answered as an internal error.
   *
   * @throws RpcException with the error that the peer shall get
   */
  Reply handle(String action, JsonNode payload) throws RpcException;

  /**
   * An answer.
   *
   * @param afterwards is run as soon as the answer is on its way
   */
  record Reply(JsonNode payload, Runnable afterwards) {

    public static Reply of(JsonNode payload) {
      return new Reply(payload, () -> {});
    }
  }
}
