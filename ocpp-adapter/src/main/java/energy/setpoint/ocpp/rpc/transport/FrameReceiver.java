package energy.setpoint.ocpp.rpc.transport;

/** The receiving half of a connection: whoever owns the socket or the pipe calls it. */
public interface FrameReceiver {

  void receive(String text);

  /**
   * The connection ended, from whichever side. Calling it again does nothing.
   *
   * @param reason for people
   */
  void closed(String reason);
}
