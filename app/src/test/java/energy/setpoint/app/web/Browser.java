package energy.setpoint.app.web;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium without a window, told what to do over its DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final Process process;
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
  private final WebSocket socket;
  private int lastId;

  /**
   * @param program of the browser, see {@link #find}
   * @param profile an empty folder
   */
  Browser(Path program, Path profile, URI page) throws IOException, InterruptedException {
    process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    socket =
        client
            .newWebSocketBuilder()
            .buildAsync(openTab(port(profile), page), new Collector())
            .join();
  }

  /** The first browser in the PATH that speaks the protocol. */
  static Optional<Path> find() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder ->
            Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The document as it is now, once it is as somebody waits for it; as it is, if that is never. */
  String await(Predicate<String> ready) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    String document = evaluate("document.documentElement.outerHTML");
    while (!ready.test(document) && System.nanoTime() < deadline) {
      Thread.sleep(100);
      document = evaluate("document.documentElement.outerHTML");
    }
    return document;
  }

  /** The value of an expression as text. */
  String evaluate(String expression) throws InterruptedException {
    return call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true))
        .at("/result/result/value")
        .asString();
  }

  /** Makes the page as large as another screen, in CSS pixels. */
  void resize(int width, int height) throws InterruptedException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  private JsonNode call(String method, Map<String, Object> parameters) throws InterruptedException {
    lastId++;
    socket
        .sendText(
            JsonMapper.shared()
                .writeValueAsString(Map.of("id", lastId, "method", method, "params", parameters)),
            true)
        .join();
    JsonNode answer;
    do {
      String text = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (text == null) {
        throw new IllegalStateException("The browser does not answer.");
      }
      answer = JsonMapper.shared().readTree(text);
    } while (answer.path("id").asInt() != lastId);
    return answer;
  }

  /** The browser picks a port and writes it into its profile. */
  private static int port(Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      if (lines.size() >= 2) {
        return Integer.parseInt(lines.getFirst());
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("The browser did not start.");
  }

  private URI openTab(int port, URI page) throws IOException, InterruptedException {
    String address = URLEncoder.encode(page.toString(), StandardCharsets.UTF_8);
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/new?" + address))
            .PUT(BodyPublishers.noBody())
            .build();
    String tab = client.send(request, BodyHandlers.ofString()).body();
    return URI.create(JsonMapper.shared().readTree(tab).at("/webSocketDebuggerUrl").stringValue());
  }

  private final class Collector implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        answers.add(text.toString());
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(webSocket, data, last);
    }
  }

  @Override
  public void close() {
    try {
      quit();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void quit() throws InterruptedException {
    // Asked kindly, it leaves no child behind that still writes into the profile.
    call("Browser.close", Map.of());
    socket.abort();
    client.shutdownNow();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
