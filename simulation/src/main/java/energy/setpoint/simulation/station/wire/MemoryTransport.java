package energy.setpoint.simulation.station.wire;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.rpc.transport.FrameReceiver;
import energy.setpoint.ocpp.rpc.transport.Transport;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/**
 * Connections without a network, for lock-step simulations in one thread. Whatever one side sends
 * waits until {@link #settle} delivers it, so that nobody is called while it is still working. Not
 * thread-safe.
 */
public final class MemoryTransport implements StationTransport {

  /** The engine's door. */
  @FunctionalInterface
  public interface Door {

    /**
     * Attaches a station that has just connected.
     *
     * @param toStation what the engine sends through
     * @return what takes the station's messages; empty when the station is turned away
     */
    Optional<FrameReceiver> attach(StationId station, String subprotocol, Transport toStation);
  }

  private final Door door;
  private final Queue<Runnable> waiting = new ArrayDeque<>();

  public MemoryTransport(Door door) {
    this.door = door;
  }

  @Override
  public void connect(StationId station, String subprotocol, LinkListener listener) {
    waiting.add(() -> {
      Pipe pipe = new Pipe(listener);
      Optional<FrameReceiver> engine = door.attach(station, subprotocol, pipe.toStation());
      if (engine.isPresent()) {
        pipe.open(engine.get());
      } else {
        listener.closed("turned away");
      }
    });
  }

  /** Delivers everything that was sent, and what is sent in answer, until nothing is left. */
  public void settle() {
    for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
      next.run();
    }
  }

  /** Both directions of one connection. */
  private final class Pipe implements StationLink {

    private final LinkListener station;
    private Optional<FrameReceiver> engine = Optional.empty();
    private boolean open = true;

    Pipe(LinkListener station) {
      this.station = station;
    }

    void open(FrameReceiver receiver) {
      engine = Optional.of(receiver);
      station.opened(this);
    }

    @Override
    public void send(String text) {
      whileOpen(() -> engine.ifPresent(receiver -> receiver.receive(text)));
    }

    @Override
    public void close() {
      end("closed by the station");
    }

    @Override
    public void cut() {
      end("cut by the station");
    }

    Transport toStation() {
      return new Transport() {
        @Override
        public void send(String text) {
          whileOpen(() -> station.received(text));
        }

        @Override
        public void close(int code, String reason) {
          end("closed by the engine with " + code + " " + reason);
        }
      };
    }

    private void whileOpen(Runnable delivery) {
      waiting.add(() -> {
        if (open) {
          delivery.run();
        }
      });
    }

    private void end(String why) {
      whileOpen(() -> {
        open = false;
        engine.ifPresent(receiver -> receiver.closed(why));
        station.closed(why);
      });
    }
  }
}
