package energy.setpoint.ocpp.proxy;

import energy.setpoint.ocpp.rpc.frame.Frame;
import energy.setpoint.ocpp.rpc.frame.FrameCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** A station on a real socket that accepts everything and logs every frame. */
final class LoggingStation implements WebSocket.Listener, AutoCloseable {

  final List<String> received = new CopyOnWriteArrayList<>();
  final List<String> sent = new CopyOnWriteArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;

  LoggingStation(HttpClient client, URI uri, String... subprotocols) {
    WebSocket.Builder builder =
        client
            .newWebSocketBuilder()
            .header("Authorization", "Basic Q1AxOnNlY3JldA==")
            .subprotocols(
                subprotocols[0], Arrays.copyOfRange(subprotocols, 1, subprotocols.length));
    socket = builder.buildAsync(uri, this).orTimeout(20, TimeUnit.SECONDS).join();
  }

  String subprotocol() {
    return socket.getSubprotocol();
  }

  /** Sends a call and waits for its answer. */
  JsonNode call(String id, String action, String payload) {
    send("[2,\"" + id + "\",\"" + action + "\"," + payload + "]");
    Proxied.until(action + " answered", () -> find(id).isPresent());
    return find(id).orElseThrow();
  }

  private Optional<JsonNode> find(String id) {
    return received.stream()
        .map(FrameCodec::parse)
        .filter(it -> it instanceof Frame.CallResult result && result.id().equals(id))
        .map(it -> ((Frame.CallResult) it).payload())
        .findFirst();
  }

  private synchronized void send(String text) {
    sent.add(text);
    socket.sendText(text, true).orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      received.add(text);
      if (FrameCodec.parse(text) instanceof Frame.Call call) {
        CompletableFuture.runAsync(
            () -> send("[3,\"" + call.id() + "\",{\"status\" : \"Accepted\"}]"));
      }
    }
    webSocket.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
