package energy.setpoint.simulation.station.wire;

import java.time.Instant;
import java.util.function.Consumer;

/** Opens one connection after the other. Not thread-safe. */
public final class Dialer {

  private final Consumer<LinkListener> connect;
  private final Consumer<Runnable> locked;
  private final LinkListener line;
  private final Backoff backoff;
  private int generation;
  private boolean connecting;
  private boolean networkUp = true;

  /**
   * @param connect begins to connect
   * @param locked runs something that came from the network under the station's lock
   * @param line hears the newest connection; what an older one still says is ignored
   */
  public Dialer(
      Consumer<LinkListener> connect,
      Consumer<Runnable> locked,
      LinkListener line,
      Backoff backoff) {
    this.connect = connect;
    this.locked = locked;
    this.line = line;
    this.backoff = backoff;
  }

  public void dialWhenDue(Instant now) {
    if (!connecting && networkUp && backoff.isDue(now)) {
      connecting = true;
      connect.accept(new Listener(++generation));
    }
  }

  /** The network between station and engine breaks, or is mended. */
  public void network(boolean up, Instant now) {
    networkUp = up;
    backoff.begin(now);
  }

  public void dialAtOnce(Instant now) {
    backoff.begin(now);
  }

  public void succeeded() {
    backoff.succeeded();
  }

  /** The connection is gone: nothing more is heard of it, and another is tried after a pause. */
  public void lost(Instant now) {
    generation++;
    connecting = false;
    backoff.failed(now);
  }

  private final class Listener implements LinkListener {

    private final int which;

    Listener(int which) {
      this.which = which;
    }

    @Override
    public void opened(StationLink link) {
      locked.accept(() -> {
        if (which == generation && networkUp) {
          connecting = false;
          line.opened(link);
        } else {
          link.cut();
        }
      });
    }

    @Override
    public void received(String text) {
      whenCurrent(() -> line.received(text));
    }

    @Override
    public void closed(String why) {
      whenCurrent(() -> line.closed(why));
    }

    private void whenCurrent(Runnable task) {
      locked.accept(() -> {
        if (which == generation) {
          task.run();
        }
      });
    }
  }
}
