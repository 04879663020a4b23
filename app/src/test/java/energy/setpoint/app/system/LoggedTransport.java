package energy.setpoint.app.system;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.station.wire.LinkListener;
import energy.setpoint.simulation.station.wire.StationLink;
import energy.setpoint.simulation.station.wire.StationTransport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Writes down what simulated stations say and hear.
 *
 * @param said every frame of a station under its id
 * @param heard every frame to a station under its id
 */
record LoggedTransport(
    StationTransport transport, Map<String, List<String>> said, Map<String, List<String>> heard)
    implements StationTransport {

  LoggedTransport(StationTransport transport) {
    this(transport, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
  }

  @Override
  public void connect(StationId station, String subprotocol, LinkListener listener) {
    transport.connect(station, subprotocol, new Listening(station.value(), listener));
  }

  private static void log(Map<String, List<String>> logs, String station, String text) {
    logs.computeIfAbsent(station, it -> new CopyOnWriteArrayList<>()).add(text);
  }

  private final class Listening implements LinkListener {

    private final String station;
    private final LinkListener listener;

    Listening(String station, LinkListener listener) {
      this.station = station;
      this.listener = listener;
    }

    @Override
    public void opened(StationLink link) {
      listener.opened(
          new StationLink() {
            @Override
            public void send(String text) {
              log(said, station, text);
              link.send(text);
            }

            @Override
            public void close() {
              link.close();
            }

            @Override
            public void cut() {
              link.cut();
            }
          });
    }

    @Override
    public void received(String text) {
      log(heard, station, text);
      listener.received(text);
    }

    @Override
    public void closed(String why) {
      listener.closed(why);
    }
  }
}
