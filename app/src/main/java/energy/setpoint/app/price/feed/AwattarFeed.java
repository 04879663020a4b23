package energy.setpoint.app.price.feed;

import energy.setpoint.app.config.feed.PriceSource.Awattar;
import energy.setpoint.app.price.FeedAnswer;
import energy.setpoint.app.price.MarketPrices;
import energy.setpoint.app.price.PriceFeed;
import energy.setpoint.core.time.Interval;
import java.net.URI;
import java.util.Currency;
import tools.jackson.databind.JsonNode;

/**
 * aWATTar: {@code /v1/marketdata} answers with {@code data}, a list of {@code start_timestamp},
 * {@code end_timestamp} (both in milliseconds), {@code marketprice} and {@code unit} (<a
 * href="https://www.awattar.de/services/api">awattar.de/services/api</a>).
 */
final class AwattarFeed implements PriceFeed {

  private static final long MILLIS = 1000;

  private final Awattar source;
  private final Currency currency;
  private final HttpSource http;

  AwattarFeed(Awattar source, Currency currency, HttpSource http) {
    this.source = source;
    this.currency = currency;
    this.http = http;
  }

  @Override
  public FeedAnswer ask(Interval wanted) {
    String query =
        "/v1/marketdata?start="
            + wanted.start().toEpochMilli()
            + "&end="
            + wanted.end().toEpochMilli();
    return http.get(URI.create(source.address() + query), this::read);
  }

  private FeedAnswer read(byte[] text) {
    MarketPrices.Gathering gathering = new MarketPrices.Gathering();
    for (JsonNode slot : JsonText.list(JsonText.parse(text), "data")) {
      JsonText.expectPerMwh(slot.path("unit").asString(""), currency);
      gathering.add(
          JsonText.seconds(slot.path("start_timestamp"), "start_timestamp", MILLIS),
          JsonText.seconds(slot.path("end_timestamp"), "end_timestamp", MILLIS),
          JsonText.number(slot.path("marketprice"), "a marketprice"));
    }
    return gathering.answer();
  }

  @Override
  public void close() {
    http.close();
  }
}
