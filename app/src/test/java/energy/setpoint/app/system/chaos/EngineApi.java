package energy.setpoint.app.system.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an engine over HTTP, whichever lives there now. Thread-safe. */
final class EngineApi implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .build();
  private final URI base;

  EngineApi(int port) {
    this.base = URI.create("http://127.0.0.1:" + port);
  }

  /** All metrics; empty when nobody answers. */
  Optional<Metrics> metrics() {
    return find("/actuator/prometheus").map(Metrics::new);
  }

  boolean isReady() {
    return find("/actuator/health/readiness").isPresent();
  }

  Optional<JsonNode> json(String path) {
    return find(path).map(JSON::readTree);
  }

  /** The text at a path; empty when there is none, for whatever reason. */
  private Optional<String> find(String path) {
    try {
      HttpResponse<String> answer =
          client.send(request(path).GET().build(), BodyHandlers.ofString());
      return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException nobody) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * The status of the answer.
   *
   * @throws IOException when there was none, so that nobody knows whether it was done
   */
  int put(String path, String json) throws IOException, InterruptedException {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(json))
            .build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
