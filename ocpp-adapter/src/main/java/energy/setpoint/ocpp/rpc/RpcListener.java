package energy.setpoint.ocpp.rpc;

import energy.setpoint.ocpp.rpc.frame.MalformedFrame;
import java.util.Optional;

/** Is told what happens on one connection, to count it and to log it. Must be fast. */
public interface RpcListener {

  RpcListener NONE = new RpcListener() {};

  default void malformed(MalformedFrame frame) {}

  /**
   * A message came that must not be answered.
   *
   * @param error why it was not taken; empty when it was
   */
  default void sendTaken(String action, Optional<RpcException> error) {}

  /**
   * The peer could not use an answer that it got from here.
   *
   * @param code as the peer spelt it
   */
  default void answerRejected(String action, String code, String description) {}

  /** An answer that no call is waiting for. */
  default void stray(Stray kind, String id) {}

  default void callSent(String action) {}

  /** A call of ours ended; it need not have been sent. */
  default void callEnded(String action, CallOutcome outcome) {}

  /**
   * A call of the peer was answered.
   *
   * @param error empty when it was answered as asked
   */
  default void callAnswered(String action, Optional<RpcException> error) {}

  /** Something failed here that should not; the connection lives on. */
  default void fault(Throwable cause) {}

  /** Why nobody waits for an answer. */
  enum Stray {
    /** Its call had timed out. */
    LATE,
    /** Its call had been answered. */
    DUPLICATE,
    /** There was no such call, as far as is remembered. */
    UNSOLICITED
  }
}
