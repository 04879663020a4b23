package energy.setpoint.app.system.chaos.witness;

import energy.setpoint.core.site.StationId;
import energy.setpoint.simulation.station.wire.LinkListener;
import energy.setpoint.simulation.station.wire.StationLink;
import energy.setpoint.simulation.station.wire.StationTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between the stations and their sockets and keeps what they said of their transactions and
 * what the engine answered. Nothing of it passes through the engine's memory or disk.
 */
public final class StationNotary implements StationTransport {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int CALL = 2;
  private static final int RESULT = 3;

  private final StationTransport transport;
  private final Testimonies testimonies;

  public StationNotary(StationTransport transport, Testimonies testimonies) {
    this.transport = transport;
    this.testimonies = testimonies;
  }

  @Override
  public void connect(StationId station, String subprotocol, LinkListener listener) {
    transport.connect(station, subprotocol, new Ear(station.value(), listener));
  }

  /** One connection; an answer belongs to a call on the same one. */
  private final class Ear implements LinkListener {

    private final String station;
    private final LinkListener listener;
    private final Map<String, TransactionReport> unanswered = new ConcurrentHashMap<>();

    Ear(String station, LinkListener listener) {
      this.station = station;
      this.listener = listener;
    }

    @Override
    public void opened(StationLink link) {
      listener.opened(
          new StationLink() {
            @Override
            public void send(String text) {
              heardFromStation(text);
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

    private void heardFromStation(String text) {
      JsonNode frame = JSON.readTree(text);
      if (frame.path(0).asInt() != CALL) {
        return;
      }
      Optional<TransactionReport> report =
          TransactionReport.read(station, frame.path(2).asString(), frame.path(3));
      report.ifPresent(it -> {
        testimonies.said(it);
        unanswered.put(frame.path(1).asString(), it);
      });
    }

    @Override
    public void received(String text) {
      JsonNode frame = JSON.readTree(text);
      if (frame.path(0).asInt() == RESULT) {
        Optional.ofNullable(unanswered.remove(frame.path(1).asString()))
            .ifPresent(report -> testimonies.answered(report, frame.path(2)));
      }
      listener.received(text);
    }

    @Override
    public void closed(String why) {
      listener.closed(why);
    }
  }

  /** What was heard so far. */
  public List<Testimony> testimonies() {
    return testimonies.all();
  }
}
