package energy.setpoint.app.price.feed;

import energy.setpoint.app.config.feed.PriceSource.Entsoe;
import energy.setpoint.app.price.FeedAnswer;
import energy.setpoint.app.price.PriceFeed;
import energy.setpoint.core.time.Interval;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Optional;

/**
 * The Transparency Platform of ENTSO-E: {@code /api} answers the document type A44 (price document)
 * with a publication document. Its token stands in the query.
 */
final class EntsoeFeed implements PriceFeed {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmm").withZone(ZoneOffset.UTC);

  private final Entsoe source;
  private final Currency currency;
  private final HttpSource http;

  EntsoeFeed(Entsoe source, Currency currency, HttpSource http) {
    this.source = source;
    this.currency = currency;
    this.http = http;
  }

  @Override
  public FeedAnswer ask(Interval wanted) {
    Optional<String> token = source.token().find();
    if (token.isEmpty()) {
      return new FeedAnswer.Refused("there is no token in " + source.token());
    }
    String query =
        "/api?documentType=A44&in_Domain="
            + source.zone()
            + "&out_Domain="
            + source.zone()
            + "&periodStart="
            + TIME.format(wanted.start())
            + "&periodEnd="
            + TIME.format(wanted.end())
            + "&securityToken="
            + URLEncoder.encode(token.get(), StandardCharsets.UTF_8);
    FeedAnswer answer =
        http.get(
            URI.create(source.address() + query),
            document -> EntsoeDocument.read(document, currency).answer(),
            EntsoeDocument::findRefusal);
    return switch (answer) {
      case FeedAnswer.Published published -> published;
      case FeedAnswer.Refused refused ->
          new FeedAnswer.Refused(refused.why().replace(token.get(), "(token)"));
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
