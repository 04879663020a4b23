package energy.setpoint.app.price.feed;

import energy.setpoint.app.config.feed.FeedSettings;
import energy.setpoint.app.config.feed.PriceSource;
import energy.setpoint.app.price.PollTimes;
import energy.setpoint.app.price.PriceFeed;
import energy.setpoint.app.price.PublicationHours;
import java.time.ZoneId;
import java.util.Currency;

/** The feed of each source. */
public final class Feeds {

  private Feeds() {}

  /**
   * A feed that has not asked anything yet.
   *
   * @param currency of the site; prices in another one are refused
   */
  public static PriceFeed of(PriceSource source, Currency currency, ZoneId zone) {
    return switch (source) {
      case PriceSource.EnergyCharts web ->
          new EnergyChartsFeed(web, currency, zone, new HttpSource());
      case PriceSource.Awattar web -> new AwattarFeed(web, currency, new HttpSource());
      case PriceSource.Entsoe web -> new EntsoeFeed(web, currency, new HttpSource());
      case PriceSource.CsvFile file -> new CsvFeed(file, currency, zone);
    };
  }

  /** When it is asked. */
  public static PollTimes times(FeedSettings settings, ZoneId zone) {
    return switch (settings.source()) {
      case PriceSource.EnergyCharts _, PriceSource.Awattar _, PriceSource.Entsoe _ ->
          new PublicationHours(zone, settings.publishedAt());
      case PriceSource.CsvFile _ -> PollTimes.everyMinute();
    };
  }
}
