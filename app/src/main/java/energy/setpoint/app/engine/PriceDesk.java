package energy.setpoint.app.engine;

import energy.setpoint.app.config.SiteFile;
import energy.setpoint.app.config.feed.FeedSettings;
import energy.setpoint.app.engine.Figure.Kind;
import energy.setpoint.app.price.MarketPrices;
import energy.setpoint.app.price.PriceKeeper;
import energy.setpoint.app.price.PriceStore;
import energy.setpoint.app.price.feed.Feeds;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.tariff.DayAheadPrices;
import energy.setpoint.core.tariff.Tariff;
import energy.setpoint.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tariff in force: the site file's own, with the import prices of a market in their place where
 * the file names one.
 */
final class PriceDesk implements AutoCloseable {

  private final Tariff written;
  private final ZoneId zone;
  private final Optional<Feed> feed;
  private volatile Tariff inForce;

  /** A market and who asks it. */
  private record Feed(FeedSettings settings, PriceKeeper keeper) {}

  /**
   * @param written the site file's own, which counts where the market never told anything
   */
  PriceDesk(SiteFile file, Tariff written, PriceStore store, Timeline timeline) {
    this.written = written;
    this.inForce = written;
    this.zone = file.site().zone();
    this.feed =
        file.prices()
            .map(settings ->
                new Feed(
                    settings,
                    new PriceKeeper(
                        settings.source().name(),
                        Feeds.of(settings.source(), written.currency(), zone),
                        store,
                        Feeds.times(settings, zone),
                        zone,
                        timeline)));
  }

  /**
   * Asks from now on.
   *
   * @param loop takes each new tariff into the loop
   */
  void start(Consumer<Tariff> loop) {
    feed.ifPresent(market ->
        market
            .keeper()
            .start(prices -> {
              inForce = tariff(market.settings(), prices);
              loop.accept(inForce);
            }));
  }

  private Tariff tariff(FeedSettings settings, MarketPrices prices) {
    Map<Instant, EnergyPrice> paid = new HashMap<>();
    prices.perKwh().forEach((start, perKwh) -> paid.put(start, settings.onTop(perKwh)));
    return new Tariff(
        written.currency(),
        new DayAheadPrices(zone, paid, written.importPrice()),
        written.exportPrice(),
        written.demandCharge());
  }

  /** Safe to call from any thread. */
  Tariff inForce() {
    return inForce;
  }

  /** What an operator should know. */
  List<String> alerts() {
    return feed.map(market -> market.keeper().alerts()).orElse(List.of());
  }

  /** Empty where the site has no market. */
  List<Figure> figures() {
    return feed.map(market -> figures(market.settings().source().name(), market.keeper()))
        .orElse(List.of());
  }

  private static List<Figure> figures(String source, PriceKeeper keeper) {
    Map<String, String> labels = Map.of("source", source);
    return List.of(
        new Figure(
            "setpoint_price_age_seconds",
            "Since a market last told prices",
            Kind.GAUGE,
            labels,
            () -> keeper.age().map(PriceDesk::seconds).orElse(Double.NaN)),
        new Figure(
            "setpoint_price_ahead_seconds",
            "For how long prices are published from now on; 0 while others stand in",
            Kind.GAUGE,
            labels,
            () -> seconds(keeper.ahead())),
        new Figure(
            "setpoint_price_failures",
            "Questions for prices without a useful answer",
            Kind.COUNTER,
            labels,
            keeper::failures));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  @Override
  public void close() {
    feed.ifPresent(market -> market.keeper().close());
  }
}
