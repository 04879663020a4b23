package energy.setpoint.ocpp.proxy.upstream;

import energy.setpoint.core.site.StationId;
import java.util.List;
import java.util.Optional;

/** Opens connections to the CSMS. */
@FunctionalInterface
public interface UpstreamDialer {

  /** Begins to connect and returns at once; the listener is told what came of it. */
  void dial(Request request, UpstreamListener listener);

  /**
   * In whose name, and how.
   *
   * @param subprotocols that the CSMS may choose from, in the station's order of preference
   * @param authorization the station's credentials, passed on as they came
   */
  record Request(StationId station, List<String> subprotocols, Optional<String> authorization) {
    public Request {
      subprotocols = List.copyOf(subprotocols);
    }

    public Request speaking(String subprotocol) {
      return new Request(station, List.of(subprotocol), authorization);
    }
  }
}
