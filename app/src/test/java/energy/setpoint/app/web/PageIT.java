package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live page: its files, and what a real browser makes of them. */
class PageIT {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:href|src)=\"([^\"]+)\"|(?:import|from) '([^'\\s]+)'");

  private static RunningDepot depot;

  @BeforeAll
  static void start() {
    depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
  }

  @AfterAll
  static void stop() {
    depot.close();
  }

  @Test
  void loadsNothingThatIsMissingOrElsewhere() {
    Deque<String> open = new ArrayDeque<>(List.of("/"));
    Set<String> seen = new HashSet<>(open);

    while (!open.isEmpty()) {
      String path = open.pop();
      var response = depot.get(path);
      assertThat(response.statusCode()).as(path).isEqualTo(200);
      if (path.startsWith("/webjars/")) {
        continue;
      }
      var references = REFERENCE.matcher(response.body());
      while (references.find()) {
        String found = references.group(1) == null ? references.group(2) : references.group(1);
        String absolute = found.startsWith("./") ? "/page/" + found.substring(2) : found;
        assertThat(absolute).as("in %s", path).startsWith("/");
        if (seen.add(absolute)) {
          open.add(absolute);
        }
      }
    }

    assertThat(seen).contains("/page/plan.js", "/webjars/uplot/dist/uPlot.esm.js");
  }

  @Test
  void forbidsContentFromElsewhere() {
    var policy = depot.get("/").headers().firstValue("Content-Security-Policy");

    assertThat(policy.orElse("")).contains("default-src 'self'").doesNotContain("unsafe");
  }

  @Test
  void letsBrowsersKeepFilesThatDidNotChange() {
    var tag = depot.get("/page/main.js").headers().firstValue("ETag");

    assertThat(tag).isPresent();
    assertThat(depot.get("/page/main.js").headers().firstValue("Last-Modified")).isEmpty();
  }

  @Test
  void showsTheDepotInABrowser(@TempDir Path profile) throws Exception {
    String page = render(profile);

    assertThat(page).contains("Depot by the canal", "Mon 2 Nov", "19:24:00");
    assertThat(page).contains("data-evse=\"depot-21-dc/1\"", "OCPP 2.0.1", "VAN-11", "71\u202f%");
    assertThat(page).contains("offline since 19:17", "Station depot-21-b is not connected.");
    assertThat(page).contains("node solar stale", "stale since 19:20");
    assertThat(page).contains("data-circuit=\"north\"", "aria-valuetext=\"13 of 100 A\"");
    assertThat(page).contains("Planned power for 4 vehicles", "<canvas", "deadline-first heuristic");
  }

  @Test
  void saysThatItWaitsForTheFirstPlan(@TempDir Path profile) throws Exception {
    depot.engine.cold = true;
    try {
      String page = render(profile);

      assertThat(page).contains("Waiting for the first plan", "Waiting for the first look");
    } finally {
      depot.engine.cold = false;
    }
  }

  /** The document after its scripts have run; skipped where there is no Chromium. */
  private static String render(Path profile) throws IOException, InterruptedException {
    Optional<Path> browser = findBrowser();
    assumeTrue(browser.isPresent(), "There is no Chromium in the PATH, so no browser looks at the page.");
    Path output = profile.resolve("page.html");
    List<String> command = new ArrayList<>(List.of(browser.orElseThrow().toString()));
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + profile.resolve("profile"),
            "--virtual-time-budget=10000",
            "--dump-dom",
            depot.uri("/?still").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private static Optional<Path> findBrowser() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
