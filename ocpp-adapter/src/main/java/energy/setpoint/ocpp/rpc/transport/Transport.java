package energy.setpoint.ocpp.rpc.transport;

/** The sending half of a connection. */
public interface Transport {

  /** Sends a text message. Does not wait; a message to a closed connection is dropped. */
  void send(String text);

  /**
   * Ends the connection. The receiving half learns of it through {@link FrameReceiver#closed}.
   *
   * @param code of RFC 6455 section 7.4
   */
  void close(int code, String reason);

  /**
   * Runs work that belongs to this connection: at once in the caller's thread, or soon in the
   * thread that the connection lives in.
   */
  default void execute(Runnable work) {
    work.run();
  }
}
