package energy.setpoint.ocpp.proxy.upstream;

import energy.setpoint.ocpp.rpc.transport.Transport;
import energy.setpoint.ocpp.rpc.turn.Alarm;
import energy.setpoint.ocpp.stats.ProxyCounters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of one station to the CSMS, dialled again whenever it is lost. To be used within one
 * mailbox; what the connections say is posted there.
 */
public final class UpstreamLine {

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamLine.class);

  private final UpstreamDialer dialer;
  private final UpstreamDialer.Request request;
  private final Pauses pauses;
  private final Executor mailbox;
  private final Alarm alarm;
  private final InstantSource clock;
  private final ProxyCounters counters;
  private final Listener listener;
  private Optional<Connection> current = Optional.empty();
  private volatile Optional<Instant> since = Optional.empty();
  private Runnable cancelRedial = () -> {};
  private boolean ended;

  /** Whose line it is. */
  public interface Listener {

    void up();

    /** The line was lost; called once for each {@link #up}. */
    void down(String reason);

    void heard(String text);
  }

  /**
   * @param request in the version that the station speaks by now
   */
  public UpstreamLine(
      UpstreamDialer dialer,
      UpstreamDialer.Request request,
      Pauses pauses,
      Executor mailbox,
      Alarm alarm,
      InstantSource clock,
      ProxyCounters counters,
      Listener listener) {
    this.dialer = dialer;
    this.request = request;
    this.pauses = pauses;
    this.mailbox = mailbox;
    this.alarm = alarm;
    this.clock = clock;
    this.counters = counters;
    this.listener = listener;
  }

  /** Goes on with a connection that is open already. */
  public void adopt(FirstCall first) {
    first.passTo(new Connection());
  }

  public boolean isUp() {
    return since.isPresent();
  }

  /** Since when the CSMS is reached; empty when it is not. Any thread may ask. */
  public Optional<Instant> since() {
    return since;
  }

  /** Sends to the CSMS; does nothing while the line is down. */
  public void send(String text) {
    current.flatMap(it -> it.csms).ifPresent(it -> it.send(text));
  }

  /** Gives the connection up as if it had been lost. */
  public void drop(int code, String reason) {
    current.ifPresent(it -> {
      it.csms.ifPresent(csms -> csms.close(code, reason));
      lost(it, reason);
    });
  }

  public void redialLater() {
    if (!ended) {
      cancelRedial = alarm.set(pauses.next(), () -> mailbox.execute(this::dial));
    }
  }

  /** The station is gone. */
  public void end() {
    ended = true;
    cancelRedial.run();
    current.ifPresent(it -> {
      it.csms.ifPresent(csms -> csms.close(1000, "the station is gone"));
      counters.upstreamEnded();
    });
    current = Optional.empty();
    since = Optional.empty();
  }

  private void dial() {
    if (!ended) {
      dialer.dial(request, new Connection());
    }
  }

  private void opened(Connection connection) {
    if (ended) {
      connection.csms.ifPresent(it -> it.close(1000, "the station is gone"));
      return;
    }
    current = Optional.of(connection);
    since = Optional.of(clock.instant());
    pauses.reset();
    counters.upstreamConnected();
    LOG.info("{} is connected to the CSMS", request.station());
    listener.up();
  }

  private void lost(Connection connection, String reason) {
    if (current.filter(it -> it == connection).isEmpty()) {
      return;
    }
    current = Optional.empty();
    since = Optional.empty();
    counters.upstreamLost();
    LOG.warn("{} lost the CSMS: {}", request.station(), reason);
    listener.down(reason);
  }

  private void failed(OptionalInt status, String reason) {
    counters.upstreamFailed(status.isPresent() ? "HTTP " + status.getAsInt() : "unreachable");
    LOG.warn("{} cannot reach the CSMS: {}", request.station(), reason);
    redialLater();
  }

  /** One connection; everything that it says is heard in the mailbox. */
  private final class Connection implements UpstreamListener {

    private Optional<Transport> csms = Optional.empty();

    @Override
    public void opened(Transport transport, String subprotocol) {
      mailbox.execute(() -> {
        csms = Optional.of(transport);
        UpstreamLine.this.opened(this);
      });
    }

    @Override
    public void failed(OptionalInt status, String reason) {
      mailbox.execute(() -> UpstreamLine.this.failed(status, reason));
    }

    @Override
    public void receive(String text) {
      mailbox.execute(() -> {
        if (current.filter(it -> it == this).isPresent()) {
          listener.heard(text);
        }
      });
    }

    @Override
    public void closed(String reason) {
      mailbox.execute(() -> lost(this, reason));
    }
  }
}
