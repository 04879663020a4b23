package energy.setpoint.simulation.station.wire;

/**
 * The station's end of an open connection. Thread-safe; never throws when the other end is gone.
 */
public interface StationLink {

  void send(String text);

  /** Says good-bye. */
  void close();

  /** Is gone without a word, as after a loss of power. */
  void cut();
}
