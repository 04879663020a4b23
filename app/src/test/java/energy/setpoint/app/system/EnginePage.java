package energy.setpoint.app.system;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks an engine over HTTP, as anybody may. */
final class EnginePage implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final DemoDepot depot;

  EnginePage(DemoDepot depot) {
    this.depot = depot;
  }

  /**
   * The id of the session at each EVSE.
   *
   * @param state {@code open}, as the loop knows them; {@code all}, as they are stored
   */
  Map<String, String> sessions(String state) throws IOException {
    Map<String, String> sessions = new TreeMap<>();
    for (JsonNode session : json("/api/v1/sites/demo-depot/sessions?state=" + state)) {
      sessions.put(
          session.path("station").asString() + "/" + session.path("evse").asInt(),
          session.path("id").asString());
    }
    return sessions;
  }

  /** A metric as Prometheus reads it, such as {@code setpoint_device_stale{device="roof"}}. */
  double metric(String name, String label) throws IOException {
    String all = text("/actuator/prometheus");
    Matcher line =
        Pattern.compile(
                "^" + Pattern.quote(name) + "\\{[^}]*" + Pattern.quote(label) + "[^}]*} (\\S+)$",
                Pattern.MULTILINE)
            .matcher(all);
    if (!line.find()) {
      throw new AssertionError("There is no metric " + name + " with " + label + ".");
    }
    return Double.parseDouble(line.group(1));
  }

  private JsonNode json(String path) throws IOException {
    return JSON.readTree(text(path));
  }

  private String text(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(depot.page(path)).timeout(Duration.ofSeconds(10)).build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
