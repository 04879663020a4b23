package energy.setpoint.app.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The depot behind a real port, and a client that asks it. */
final class RunningDepot implements AutoCloseable {

  final DepotEngine engine;
  final DepotRecords records;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningDepot(DepotEngine engine) {
    this.engine = engine;
    this.records = new DepotRecords(engine);
    this.server = WebServer.start(records.sources(), "127.0.0.1", 0);
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).build());
  }

  JsonNode json(String path) {
    return JsonMapper.shared().readTree(get(path).body());
  }

  HttpResponse<String> post(String path, String contentType, String body) {
    return send("POST", path, contentType, body);
  }

  HttpResponse<String> send(String method, String path, String contentType, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", contentType)
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<InputStream> stream(String path) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).build(),
        BodyHandlers.ofInputStream());
  }

  HttpClient client() {
    return client;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  void stop() {
    server.close();
  }

  @Override
  public void close() {
    server.close();
    client.shutdownNow();
  }
}
