package energy.setpoint.ocpp.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A station on a real socket that does only what a test tells it to. */
final class TestStation implements WebSocket.Listener {

  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private CompletableFuture<WebSocket> socket = new CompletableFuture<>();

  static CompletableFuture<TestStation> connectAsync(
      HttpClient client, URI uri, String... subprotocols) {
    return connectAsync(client, uri, Map.of(), subprotocols);
  }

  static CompletableFuture<TestStation> connectAsync(
      HttpClient client, URI uri, Map<String, String> headers, String... subprotocols) {
    var station = new TestStation();
    var builder = client.newWebSocketBuilder();
    headers.forEach(builder::header);
    if (subprotocols.length > 0) {
      builder.subprotocols(
          subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
    }
    station.socket = builder.buildAsync(uri, station);
    return station.socket.thenApply(it -> station);
  }

  static TestStation connect(HttpClient client, URI uri, String... subprotocols) {
    return connectAsync(client, uri, subprotocols).orTimeout(20, TimeUnit.SECONDS).join();
  }

  String subprotocol() {
    return socket.join().getSubprotocol();
  }

  void send(String text) {
    socket.join().sendText(text, true).orTimeout(20, TimeUnit.SECONDS).join();
  }

  void sendPart(String text) {
    socket.join().sendText(text, false).orTimeout(20, TimeUnit.SECONDS).join();
  }

  void sendBinary(byte[] bytes) {
    socket.join().sendBinary(ByteBuffer.wrap(bytes), true).orTimeout(20, TimeUnit.SECONDS).join();
  }

  void close() {
    socket.join().sendClose(1000, "bye").orTimeout(20, TimeUnit.SECONDS).join();
  }

  void vanish() {
    socket.join().abort();
  }

  String next() {
    try {
      String text = received.poll(20, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("Nothing was received.");
      }
      return text;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean hasReceived() {
    return !received.isEmpty();
  }

  String ask(String text) {
    send(text);
    return next();
  }

  int closeCode() {
    return closeCode.orTimeout(20, TimeUnit.SECONDS).join();
  }

  boolean isClosed() {
    return closeCode.isDone();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received.add(partial.toString());
      partial.setLength(0);
    }
    webSocket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closeCode.complete(statusCode);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closeCode.completeExceptionally(error);
  }
}
