package energy.setpoint.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stream behind the live page. */
@Timeout(60)
class EventsIT {

  private static final String EVENTS = "/api/v1/sites/depot/events";

  @Test
  void tellsTheStateOfTheSiteAgainAndAgain() throws Exception {
    try (var depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
        var lines = open(depot)) {
      JsonNode first = nextState(lines);
      depot.engine.impediments.add("The database does not answer.");
      JsonNode later = nextState(lines);
      while (later.at("/impediments").isEmpty()) {
        later = nextState(lines);
      }

      assertThat(first.at("/siteTime").stringValue()).isEqualTo(DepotEngine.EVENING.toString());
      assertThat(first.at("/plan").stringValue())
          .isEqualTo(depot.json("/api/v1/sites/depot/plan").at("/id").stringValue());
      assertThat(first.at("/state/evses")).hasSize(6);
      assertThat(later.at("/impediments/0").stringValue()).contains("database");
    }
  }

  @Test
  void speaksBeforeTheFirstLook() throws Exception {
    var engine = DepotEngine.at(DepotEngine.EVENING);
    engine.cold = true;
    try (var depot = new RunningDepot(engine);
        var lines = open(depot)) {
      JsonNode state = nextState(lines);

      assertThat(state.has("state")).isFalse();
      assertThat(state.has("siteTime")).isTrue();
    }
  }

  @Test
  void goesOnAfterTheEngineFailedToAnswer() throws Exception {
    try (var depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
        var lines = open(depot)) {
      nextState(lines);
      depot.engine.broken = true;
      await(() -> depot.engine.failures.get() > 0);
      depot.engine.broken = false;

      assertThat(nextState(lines).at("/state/site").stringValue()).isEqualTo("depot");
    }
  }

  @Test
  void forgetsWatchersThatAreGone() throws Exception {
    try (var depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING))) {
      var lines = open(depot);
      nextState(lines);
      assertThat(watchers(depot)).isEqualTo(1);

      lines.close();

      await(() -> watchers(depot) == 0);
    }
  }

  @Test
  void endsWhenTheServerStops() throws Exception {
    try (var depot = new RunningDepot(DepotEngine.at(DepotEngine.EVENING));
        var lines = open(depot)) {
      nextState(lines);
      Instant before = Instant.now();

      depot.stop();

      assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    }
  }

  private static BufferedReader open(RunningDepot depot) throws IOException, InterruptedException {
    var response = depot.stream(EVENTS);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");
    return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
  }

  private static JsonNode nextState(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith("data: ")) {
      line = lines.readLine();
    }
    assertThat(line).as("the stream ended").isNotNull();
    return JsonMapper.shared().readTree(line.substring("data: ".length()));
  }

  private static int watchers(RunningDepot depot) {
    Matcher matcher =
        Pattern.compile("(?m)^setpoint_live_watchers (\\d+)")
            .matcher(depot.get("/actuator/prometheus").body());
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the deadline").isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
