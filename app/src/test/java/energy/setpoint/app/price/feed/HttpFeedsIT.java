package energy.setpoint.app.price.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import energy.setpoint.app.config.feed.PriceSource;
import energy.setpoint.app.config.feed.Token;
import energy.setpoint.app.price.FeedAnswer;
import energy.setpoint.app.price.PriceFeed;
import energy.setpoint.core.time.Interval;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services on a loopback address, well and ill. */
class HttpFeedsIT {

  private static final Currency EURO = Currency.getInstance("EUR");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Interval TWO_DAYS =
      new Interval(Instant.parse("2026-01-04T23:00:00Z"), Instant.parse("2026-01-06T23:00:00Z"));

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch end = new CountDownLatch(1);
  private HttpServer server;
  private Answer answer = text(404, "");

  /** How the service answers. */
  private interface Answer {
    void give(HttpExchange exchange) throws IOException, InterruptedException;
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          try (exchange) {
            answer.give(exchange);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        });
    server.setExecutor(task -> Thread.ofVirtual().start(task));
    server.start();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
  }

  @Test
  void readsEnergyCharts() {
    answer =
        text(
            200,
            """
            {"license_info": "", "unix_seconds": [1767567600, 1767568500, 1767570300],
             "price": [81.5, null, -3.0], "unit": "EUR / MWh", "deprecated": false}
            """);

    FeedAnswer told = ask(new PriceSource.EnergyCharts(address(), "DE-LU"));

    assertThat(prices(told))
        .containsExactly(
            Map.entry(Instant.parse("2026-01-04T23:00:00Z"), 0.0815),
            Map.entry(Instant.parse("2026-01-04T23:45:00Z"), -0.003));
    assertThat(asked).containsExactly("/price?bzn=DE-LU&start=2026-01-05&end=2026-01-06");
  }

  @Test
  void readsAwattar() {
    answer =
        text(
            200,
            """
            {"object": "list", "data": [{"start_timestamp": 1767567600000,
              "end_timestamp": 1767571200000, "marketprice": 64, "unit": "Eur/MWh"}]}
            """);

    FeedAnswer told = ask(new PriceSource.Awattar(address(), "DE"));

    assertThat(prices(told).values()).containsExactly(0.064, 0.064, 0.064, 0.064);
    assertThat(asked).containsExactly("/v1/marketdata?start=1767567600000&end=1767740400000");
  }

  @Test
  void asksEntsoeWithATokenThatNoMessageTells() {
    answer = text(401, "no");

    FeedAnswer told = ask(entsoe(Map.of("ENTSOE_TOKEN", "top+secret")));

    assertThat(asked)
        .singleElement()
        .asString()
        .contains("periodStart=202601042300", "periodEnd=202601062300", "Token=top%2Bsecret");
    assertThat(refusal(told)).contains("status 401").doesNotContain("secret");
  }

  @Test
  void tellsTheReasonThatEntsoeGivesForAFailureButNoToken() {
    answer =
        text(
            400,
            "<Acknowledgement_MarketDocument xmlns=\"urn:x\"><Reason><code>999</code>"
                + "<text>No data for secret.</text></Reason></Acknowledgement_MarketDocument>");

    FeedAnswer told = ask(entsoe(Map.of("ENTSOE_TOKEN", "secret")));

    assertThat(refusal(told)).contains("status 400", "No data for").doesNotContain("secret");
  }

  @Test
  void asksNobodyWithoutAToken() {
    FeedAnswer told = ask(entsoe(Map.of()));

    assertThat(refusal(told)).contains("ENTSOE_TOKEN");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "[]",
        "{}",
        "{\"unit\": \"EUR/MWh\", \"unix_seconds\": [], \"price\": []}",
        "{\"unit\": \"EUR/MWh\", \"unix_seconds\": [1767567600], \"price\": []}",
        "{\"unit\": \"EUR/MWh\", \"unix_seconds\": [1767567601], \"price\": [5]}",
        "{\"unit\": \"EUR/MWh\", \"unix_seconds\": [1767567600], \"price\": [1e300]}",
        "{\"unit\": \"EUR/MWh\", \"unix_seconds\": [9223372036854775807], \"price\": [5]}",
        "{\"unit\": \"EUR/kWh\", \"unix_seconds\": [1767567600], \"price\": [5]}",
      })
  void refusesGarbage(String garbage) {
    answer = text(200, garbage);

    FeedAnswer told = ask(new PriceSource.EnergyCharts(address(), "DE-LU"));

    assertThat(told).isInstanceOf(FeedAnswer.Refused.class);
  }

  @Test
  void refusesAnAnswerThatWasCutOff() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 1000);
          exchange.getResponseBody().write('{');
        };

    assertThat(refusal(get())).contains("failed");
  }

  @Test
  void refusesAFailureOfTheService() {
    answer = text(500, "oops");

    assertThat(refusal(get())).contains("status 500");
  }

  @Test
  void followsNoRedirect() {
    answer =
        exchange -> {
          exchange.getResponseHeaders().add("Location", address() + "/elsewhere");
          exchange.sendResponseHeaders(302, -1);
        };

    assertThat(refusal(get())).contains("has moved");
    assertThat(asked).hasSize(1);
  }

  @Test
  void waitsNoLongerForABodyThatTrickles() {
    answer =
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          OutputStream body = exchange.getResponseBody();
          body.write('{');
          body.flush();
          end.await();
        };

    assertThat(refusal(get())).contains("no whole answer within");
  }

  @Test
  void readsNoMoreThanItsBound() {
    answer = text(200, "x".repeat(2000));

    assertThat(refusal(get())).contains("failed");
  }

  private FeedAnswer get() {
    try (HttpSource http = new HttpSource(Duration.ofSeconds(2), 1000)) {
      return http.get(address(), _ -> new FeedAnswer.Refused("was read"));
    }
  }

  private static FeedAnswer ask(PriceSource source) {
    try (PriceFeed feed = Feeds.of(source, EURO, BERLIN)) {
      return feed.ask(TWO_DAYS);
    }
  }

  private PriceSource entsoe(Map<String, String> environment) {
    return new PriceSource.Entsoe(
        address(), "10Y1001A1001A82H", new Token.InEnvironment("ENTSOE_TOKEN", environment));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static Answer text(int status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return exchange -> {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  private static Map<Instant, Double> prices(FeedAnswer answer) {
    assertThat(answer).isInstanceOf(FeedAnswer.Published.class);
    return ((FeedAnswer.Published) answer).prices().perKwh();
  }

  private static String refusal(FeedAnswer answer) {
    assertThat(answer).isInstanceOf(FeedAnswer.Refused.class);
    return ((FeedAnswer.Refused) answer).why();
  }
}
