package energy.setpoint.simulation.station.wire;

import energy.setpoint.core.site.StationId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;

/** Real WebSocket connections, one HTTP client for all stations. */
public final class WebSocketTransport implements StationTransport, AutoCloseable {

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /**
   * @param base such as {@code ws://127.0.0.1:8887/ocpp}; the station's id is appended
   */
  public WebSocketTransport(URI base) {
    this.base = base;
  }

  @Override
  public void connect(StationId station, String subprotocol, LinkListener listener) {
    URI uri = URI.create(base + "/" + station.value());
    client
        .newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .subprotocols(subprotocol)
        .buildAsync(uri, new Receiver(listener))
        .exceptionally(failure -> {
          listener.closed("cannot connect to " + uri + ": " + failure.getMessage());
          return null;
        });
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  /** Joins the parts of a text and passes it on. */
  private static final class Receiver implements WebSocket.Listener {

    private final LinkListener listener;
    private final StringBuilder text = new StringBuilder();

    Receiver(LinkListener listener) {
      this.listener = listener;
    }

    @Override
    public void onOpen(WebSocket socket) {
      listener.opened(new SocketLink(socket));
      socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        listener.received(whole);
      }
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
      socket.request(1);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      listener.closed("closed by the engine with " + code + " " + reason);
      return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      listener.closed("connection lost: " + error);
    }
  }

  /** Sends one text after the other, as java.net.http demands. */
  private static final class SocketLink implements StationLink {

    private final WebSocket socket;
    private CompletableFuture<?> tail = CompletableFuture.completedFuture(null);

    SocketLink(WebSocket socket) {
      this.socket = socket;
    }

    @Override
    public synchronized void send(String text) {
      // A failed send is heard by the listener; the chain goes on.
      tail = tail.handle((done, failed) -> socket.sendText(text, true)).thenCompose(sent -> sent);
    }

    @Override
    public synchronized void close() {
      tail =
          tail.handle((done, failed) -> socket.sendClose(WebSocket.NORMAL_CLOSURE, "bye"))
              .thenCompose(sent -> sent);
    }

    @Override
    public void cut() {
      socket.abort();
    }
  }
}
