package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
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
   * Takes a message that must not be answered (OCPP 2.1). Must not wait for anything on the same
   * connection.
   *
   * @return what is to be run when it has been taken
   * @throws RpcException when it cannot be taken: for our log only, the peer gets no answer
   */
  default Runnable take(String action, JsonNode payload) throws RpcException {
    throw new RpcException(RpcErrorCode.NOT_SUPPORTED, "Nothing is sent here without an answer.");
  }

  /**
   * The peer could not use an answer that was given here (CALLRESULTERROR, OCPP 2.1). It acts as if
   * its call had failed.
   *
   * @param code as the peer spelt it
   */
  default void answerRejected(String action, String code, String description) {}

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
