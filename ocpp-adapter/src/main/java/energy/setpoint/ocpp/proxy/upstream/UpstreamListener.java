package energy.setpoint.ocpp.proxy.upstream;

import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import java.util.OptionalInt;

/**
 * Hears what comes of a connection to the CSMS: either {@link #failed}, or {@link #opened}, then
 * frames, then {@link #closed}. One call at a time.
 */
public interface UpstreamListener extends FrameReceiver {

  /**
   * @param subprotocol that the CSMS chose from those offered
   */
  void opened(Transport csms, String subprotocol);

  /**
   * @param status of HTTP with which the CSMS refused; empty when it could not be reached
   * @param reason for people
   */
  void failed(OptionalInt status, String reason);
}
