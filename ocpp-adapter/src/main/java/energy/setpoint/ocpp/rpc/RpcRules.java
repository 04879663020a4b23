package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import energy.setpoint.ocpp.rpc.frame.MalformedFrame.Problem;
import energy.setpoint.ocpp.rpc.frame.MessageType;
import energy.setpoint.ocpp.rpc.frame.ParsedFrame;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.util.Optional;
import java.util.function.Function;

/**
 * In what versions of OCPP-J differ.
 *
 * @param spelling of error codes on the wire
 * @param answersUnreadable true when a message whose type or id cannot be read is answered with a
 *     CALLERROR (OCPP 2.0.1 and later)
 * @param hasSend true when SEND and CALLRESULTERROR are message types (OCPP 2.1); to other versions
 *     they are unknown numbers
 */
public record RpcRules(
    Function<RpcErrorCode, String> spelling, boolean answersUnreadable, boolean hasSend) {

  /** Of a version without SEND. */
  public RpcRules(Function<RpcErrorCode, String> spelling, boolean answersUnreadable) {
    this(spelling, answersUnreadable, false);
  }

  /** What a text is to this version. */
  ParsedFrame parse(String text) {
    ParsedFrame frame = FrameCodec.parse(text);
    return switch (frame) {
      case Frame.Send send when !hasSend -> unknown(Optional.of(send.id()));
      case Frame.CallResultError error when !hasSend -> unknown(Optional.of(error.id()));
      case MalformedFrame bad when !hasSend && isNew(bad) -> unknown(bad.id());
      case Frame _, MalformedFrame _ -> frame;
    };
  }

  private static boolean isNew(MalformedFrame bad) {
    return bad.type()
        .filter(it -> it == MessageType.SEND || it == MessageType.CALL_RESULT_ERROR)
        .isPresent();
  }

  private static MalformedFrame unknown(Optional<String> id) {
    return new MalformedFrame(
        Problem.UNKNOWN_MESSAGE_TYPE,
        "The message type number is not supported.",
        Optional.empty(),
        id);
  }
}
