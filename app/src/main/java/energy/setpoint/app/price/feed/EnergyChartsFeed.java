package energy.setpoint.app.price.feed;

import energy.setpoint.app.config.feed.PriceSource.EnergyCharts;
import energy.setpoint.app.price.FeedAnswer;
import energy.setpoint.app.price.MarketPrices;
import energy.setpoint.app.price.PriceFeed;
import energy.setpoint.core.time.Interval;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Energy-Charts: {@code /price} answers with {@code unix_seconds} and {@code price}, two lists of
 * the same length (<a href="https://api.energy-charts.info">api.energy-charts.info</a>). A price
 * holds until the next begins, but no longer than the shortest one does.
 */
final class EnergyChartsFeed implements PriceFeed {

  private final EnergyCharts source;
  private final Currency currency;
  private final ZoneId zone;
  private final HttpSource http;

  EnergyChartsFeed(EnergyCharts source, Currency currency, ZoneId zone, HttpSource http) {
    this.source = source;
    this.currency = currency;
    this.zone = zone;
    this.http = http;
  }

  @Override
  public FeedAnswer ask(Interval wanted) {
    LocalDate first = wanted.start().atZone(zone).toLocalDate();
    LocalDate last = wanted.end().atZone(zone).toLocalDate().minusDays(1);
    String query = "/price?bzn=" + source.zone() + "&start=" + first + "&end=" + last;
    return http.get(URI.create(source.address() + query), this::read);
  }

  private FeedAnswer read(byte[] text) {
    JsonNode document = JsonText.parse(text);
    JsonText.expectPerMwh(document.path("unit").asString(""), currency);
    List<Instant> starts = new ArrayList<>();
    for (JsonNode time : JsonText.list(document, "unix_seconds")) {
      starts.add(JsonText.seconds(time, "unix_seconds", 1));
    }
    List<JsonNode> prices = JsonText.list(document, "price");
    if (prices.size() != starts.size()) {
      throw new IllegalArgumentException(
          "it has " + prices.size() + " prices for " + starts.size() + " times");
    }
    Duration length = shortest(starts);
    MarketPrices.Gathering gathering = new MarketPrices.Gathering();
    for (int i = 0; i < starts.size(); i++) {
      if (!prices.get(i).isNull()) {
        Instant start = starts.get(i);
        gathering.add(start, start.plus(length), JsonText.number(prices.get(i), "a price"));
      }
    }
    return gathering.answer();
  }

  /** A lone price holds for an hour. */
  private static Duration shortest(List<Instant> starts) {
    Duration shortest = Duration.ofHours(1);
    for (int i = 1; i < starts.size(); i++) {
      Duration step = Duration.between(starts.get(i - 1), starts.get(i));
      shortest = step.compareTo(shortest) < 0 ? step : shortest;
    }
    return shortest;
  }

  @Override
  public void close() {
    http.close();
  }
}
