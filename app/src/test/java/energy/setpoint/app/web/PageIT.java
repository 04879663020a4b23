package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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
  void showsTheDepotInABrowser(@TempDir Path folder) throws Exception {
    try (var browser = open(folder)) {
      String page = browser.await(html -> html.contains("<canvas") && html.contains("live</span>"));

      assertThat(page).contains("Depot by the canal", "Mon 2 Nov", "19:24:00");
      assertThat(page).contains("data-evse=\"depot-21-dc/1\"", "OCPP 2.0.1", "VAN-11", "71\u202f%");
      assertThat(page).contains("offline since 19:17", "Station depot-21-b is not connected.");
      assertThat(page).contains("node solar stale", "stale since 19:20");
      assertThat(page).contains("data-circuit=\"north\"", "aria-valuetext=\"13 of 100 A\"");
      assertThat(page).contains("Planned power for 4 vehicles", "deadline-first heuristic");
      assertThat(browser.evaluate("document.title")).isEqualTo("9.0 kW · Depot by the canal");
    }
  }

  @Test
  void showsWhatAStationCanDoWhenItIsOpened(@TempDir Path folder) throws Exception {
    try (var browser = open(folder)) {
      browser.await(html -> html.contains("data-station=\"depot-16-a\""));

      browser.evaluate("document.querySelector('[data-station=\"depot-16-a\"]').open = true");

      assertThat(browser.await(html -> html.contains("known quirk")))
          .contains("Vendor Model 1.2", "told by the station", "seen in a test");
    }
  }

  @Test
  void fitsOnATelephone(@TempDir Path folder) throws Exception {
    try (var browser = open(folder)) {
      browser.resize(400, 800);
      browser.await(html -> html.contains("<canvas"));

      String width = browser.evaluate("document.documentElement.scrollWidth");

      assertThat(Integer.parseInt(width)).isLessThanOrEqualTo(400);
    }
  }

  @Test
  void waitsForTheFirstPlan(@TempDir Path folder) throws Exception {
    depot.engine.cold = true;
    try (var browser = open(folder)) {
      String cold = browser.await(html -> html.contains("Waiting for the first plan"));
      depot.engine.cold = false;
      String warm = browser.await(html -> html.contains("<canvas"));

      assertThat(cold).contains("Waiting for the first look");
      assertThat(warm).contains("VAN-11").doesNotContain("Waiting for");
    } finally {
      depot.engine.cold = false;
    }
  }

  @Test
  void saysThatTheConnectionIsLost(@TempDir Path folder) throws Exception {
    try (var mortal = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
        var browser = open(folder, mortal)) {
      browser.await(html -> html.contains("19:24:00"));

      mortal.stop();

      assertThat(browser.await(html -> html.contains("Connection lost")))
          .contains("Connection lost", "what you see is from 19:24:00");
    }
  }

  private static Browser open(Path folder) throws IOException, InterruptedException {
    return open(folder, depot);
  }

  private static Browser open(Path folder, RunningDepot depot)
      throws IOException, InterruptedException {
    Optional<Path> program = Browser.find();
    assumeTrue(
        program.isPresent(), "There is no Chromium in the PATH, so no browser looks at the page.");
    return new Browser(program.orElseThrow(), folder.resolve("profile"), depot.uri("/"));
  }
}
