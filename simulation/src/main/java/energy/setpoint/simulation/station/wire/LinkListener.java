package energy.setpoint.simulation.station.wire;

/** Hears what happens to one connection, on any thread but one call at a time. */
public interface LinkListener {

  void opened(StationLink link);

  void received(String text);

  /** No connection, or no longer; the last call. */
  void closed(String why);
}
