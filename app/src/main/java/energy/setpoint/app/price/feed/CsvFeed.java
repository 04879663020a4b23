package energy.setpoint.app.price.feed;

import energy.setpoint.app.config.document.ConfigurationException;
import energy.setpoint.app.config.feed.PriceSource.CsvFile;
import energy.setpoint.app.config.tariff.TariffFile;
import energy.setpoint.app.price.FeedAnswer;
import energy.setpoint.app.price.MarketPrices;
import energy.setpoint.app.price.PriceFeed;
import energy.setpoint.core.tariff.DayAheadPrices;
import energy.setpoint.core.tariff.PriceSeries;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** A CSV file in the format of price series in tariffs, read anew when it has changed. */
final class CsvFeed implements PriceFeed {

  private final CsvFile source;
  private final Currency currency;
  private final ZoneId zone;
  private Optional<Seen> seen = Optional.empty();

  /** What the file held, and how it was recognised. */
  private record Seen(FileTime changed, long bytes, FeedAnswer answer) {}

  CsvFeed(CsvFile source, Currency currency, ZoneId zone) {
    this.source = source;
    this.currency = currency;
    this.zone = zone;
  }

  @Override
  public FeedAnswer ask(Interval wanted) {
    try {
      FileTime changed = Files.getLastModifiedTime(source.file());
      long bytes = Files.size(source.file());
      Optional<Seen> same =
          seen.filter(last -> last.changed().equals(changed) && last.bytes() == bytes);
      Seen now = same.orElseGet(() -> new Seen(changed, bytes, read(wanted)));
      seen = Optional.of(now);
      return now.answer();
    } catch (IOException unreadable) {
      return new FeedAnswer.Refused("the file cannot be read: " + unreadable);
    }
  }

  private FeedAnswer read(Interval wanted) {
    try {
      Tariff tariff = TariffFile.read(source.file(), zone);
      if (!(tariff.importPrice() instanceof PriceSeries series)) {
        return new FeedAnswer.Refused(source.file() + " is no list of times and prices");
      }
      return tariff.currency().equals(currency)
          ? gather(series, wanted.start())
          : new FeedAnswer.Refused(
              "the prices are in " + tariff.currency() + ", expected " + currency);
    } catch (ConfigurationException | IllegalArgumentException wrong) {
      return new FeedAnswer.Refused(String.valueOf(wrong.getMessage()));
    }
  }

  private static FeedAnswer gather(PriceSeries series, Instant from) {
    MarketPrices.Gathering gathering = new MarketPrices.Gathering();
    Instant first = DayAheadPrices.startOfQuarter(series.firstSlot());
    Instant quarter = first.isAfter(from) ? first : DayAheadPrices.startOfQuarter(from);
    for (; quarter.isBefore(series.end()); quarter = quarter.plus(DayAheadPrices.QUARTER)) {
      Instant start = quarter;
      series
          .find(start)
          .ifPresent(price ->
              gathering.add(
                  start, start.plus(DayAheadPrices.QUARTER), price.perKilowattHour() * 1000));
    }
    return gathering.answer();
  }
}
