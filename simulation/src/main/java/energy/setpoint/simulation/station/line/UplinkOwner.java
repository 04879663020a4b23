package energy.setpoint.simulation.station.line;

import energy.setpoint.simulation.station.wire.LinkListener;
import java.time.Instant;

/** The station that the uplink serves. */
public interface UplinkOwner extends Conversation.Answerer {

  String name();

  void connect(LinkListener listener);

  Call boot();

  /** The engine has accepted the station, again. */
  void online(Instant now);

  /** Runs something that came from the network under the station's lock. */
  void locked(Runnable task);
}
