package energy.setpoint.simulation.station.wire;

import energy.setpoint.core.site.StationId;

/** The way from a station to the engine. */
@FunctionalInterface
public interface StationTransport {

  /**
   * Begins to connect and returns at once.
   *
   * @param subprotocol such as {@code ocpp2.0.1}
   */
  void connect(StationId station, String subprotocol, LinkListener listener);
}
