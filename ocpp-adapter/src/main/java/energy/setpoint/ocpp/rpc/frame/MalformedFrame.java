package energy.setpoint.ocpp.rpc.frame;

import java.util.Optional;

/**
 * A text that is no OCPP-J message.
 *
 * @param description what is wrong, for whoever reads the peer's log; never repeats what was
 *     received
 * @param type the message type, where one could be read and is known
 * @param id the message id, where one could be read and is fit to be sent back
 */
public record MalformedFrame(
    Problem problem, String description, Optional<MessageType> type, Optional<String> id)
    implements ParsedFrame {

  /** True when nobody waits for an answer: only requests and unreadable messages get one. */
  public boolean isAnswerable() {
    return type.isEmpty() || type.get() == MessageType.CALL;
  }

  /** True when it was meant to answer a call. */
  public boolean isAnswer() {
    return type.filter(t -> t == MessageType.CALL_RESULT || t == MessageType.CALL_ERROR)
        .isPresent();
  }

  /** What is wrong, coarsely: a label to count by. */
  public enum Problem {
    NOT_JSON(RpcErrorCode.RPC_FRAMEWORK_ERROR),
    NOT_AN_ARRAY(RpcErrorCode.RPC_FRAMEWORK_ERROR),
    /** The message type is missing or not a whole number. */
    NO_MESSAGE_TYPE(RpcErrorCode.RPC_FRAMEWORK_ERROR),
    /** A number that no version known here uses; future versions may. */
    UNKNOWN_MESSAGE_TYPE(RpcErrorCode.MESSAGE_TYPE_NOT_SUPPORTED),
    /** The id is missing, empty or not a string. */
    NO_ID(RpcErrorCode.RPC_FRAMEWORK_ERROR),
    ID_TOO_LONG(RpcErrorCode.RPC_FRAMEWORK_ERROR),
    /** Too few or too many elements for the message type. */
    WRONG_LENGTH(RpcErrorCode.RPC_FRAMEWORK_ERROR),
    /** An element is not of the type that the specification asks for. */
    WRONG_ELEMENT(RpcErrorCode.FORMAT_VIOLATION);

    private final RpcErrorCode code;

    Problem(RpcErrorCode code) {
      this.code = code;
    }

    /** How the peer is told. */
    public RpcErrorCode code() {
      return code;
    }
  }
}
