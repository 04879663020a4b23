package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.CallHandler.Reply;
import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import java.util.Optional;
import java.util.function.Consumer;

/** What one end makes of the calls of its peer; to be used within the mailbox of the endpoint. */
final class CallAnswers {

  private final CallHandler handler;
  private final RpcRules rules;
  private final RpcListener listener;
  private final Consumer<Frame> peer;
  private final RecentAnswers answers = new RecentAnswers();

  CallAnswers(CallHandler handler, RpcRules rules, RpcListener listener, Consumer<Frame> peer) {
    this.handler = handler;
    this.rules = rules;
    this.listener = listener;
    this.peer = peer;
  }

  void answer(Frame.Call call) {
    Reply reply;
    try {
      reply = handler.handle(call.action(), call.payload());
    } catch (RpcException e) {
      sendError(call.id(), e);
      listener.callAnswered(call.action(), Optional.of(e));
      return;
    } catch (RuntimeException e) {
      listener.fault(e);
      var internal = new RpcException(RpcErrorCode.INTERNAL_ERROR, "The server could not do this.");
      sendError(call.id(), internal);
      listener.callAnswered(call.action(), Optional.of(internal));
      return;
    }
    peer.accept(new Frame.CallResult(call.id(), reply.payload()));
    answers.add(call.id(), call.action());
    listener.callAnswered(call.action(), Optional.empty());
    reply.afterwards().run();
  }

  /** Whatever is wrong with it, there is no answer to a SEND (OCPP 2.1 part 4 section 4.2.4). */
  void take(Frame.Send send) {
    try {
      Runnable afterwards = handler.take(send.action(), send.payload());
      listener.sendTaken(send.action(), Optional.empty());
      afterwards.run();
    } catch (RpcException e) {
      listener.sendTaken(send.action(), Optional.of(e));
    }
  }

  void rejected(Frame.CallResultError error) {
    Optional<String> action = answers.take(error.id());
    if (action.isEmpty()) {
      listener.stray(RpcListener.Stray.UNSOLICITED, error.id());
      return;
    }
    listener.answerRejected(action.get(), error.code(), error.description());
    handler.answerRejected(action.get(), error.code(), error.description());
  }

  void sendError(String id, RpcException error) {
    peer.accept(
        new Frame.CallError(
            id,
            rules.spelling().apply(error.code()),
            error.description(),
            FrameCodec.emptyObject()));
  }
}
