package energy.setpoint.app.price;

import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a feed again and again, and passes on what is new. What was told last is kept, also across
 * restarts; a feed that is down costs nothing but its news.
 */
public final class PriceKeeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PriceKeeper.class);

  /** Two weeks, which is as far back as a day without prices looks, and today. */
  private static final Duration KEPT = Duration.ofDays(16);

  private static final int DAYS_WANTED_AT_FIRST = 7;

  /** Half a day after the next day's prices should have come. */
  static final Duration OLD = Duration.ofHours(36);

  /** Where the site's time runs faster than the wall clock, a service must not suffer. */
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(30);

  private final String source;
  private final PriceFeed feed;
  private final PriceStore store;
  private final PollTimes times;
  private final ZoneId zone;
  private final Timeline timeline;
  private final AtomicLong failures = new AtomicLong();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("prices").daemon().factory());

  private volatile State state = new State(MarketPrices.NONE, Optional.empty(), 0);

  /** Replaced as a whole by the keeper's thread. */
  private record State(MarketPrices prices, Optional<Instant> at, int failuresInARow) {}

  /**
   * @param source names the feed in logs and in the store
   * @param zone whose midnights bound the market's days
   */
  public PriceKeeper(
      String source,
      PriceFeed feed,
      PriceStore store,
      PollTimes times,
      ZoneId zone,
      Timeline timeline) {
    this.source = source;
    this.feed = feed;
    this.store = store;
    this.times = times;
    this.zone = zone;
    this.timeline = timeline;
  }

  /** Passes on what was kept, then asks from now on until it is closed. */
  public void start(Consumer<MarketPrices> news) {
    restore(news);
    thread.execute(() -> pollAndGoOn(news));
  }

  /** Takes up what was known before a restart. */
  void restore(Consumer<MarketPrices> news) {
    try {
      store
          .find(source, timeline.instant().minus(KEPT))
          .ifPresent(kept -> {
            state = new State(kept.prices(), Optional.of(kept.at()), 0);
            news.accept(kept.prices());
            LOG.info("Prices of {} are known from {}, as before the restart", source, kept.at());
          });
    } catch (RuntimeException e) { // the feed may tell them as well
      LOG.warn("Prices of {} from before the restart cannot be read: {}", source, e.toString());
    }
  }

  private void pollAndGoOn(Consumer<MarketPrices> news) {
    poll(news);
    Instant now = timeline.instant();
    double chance = ThreadLocalRandom.current().nextDouble();
    Duration wait =
        times.next(now, state.prices().coveredUntil(now), state.failuresInARow(), chance);
    long millis = Math.max(timeline.realTime(wait).toMillis(), SHORTEST_WAIT.toMillis());
    try {
      var unused = thread.schedule(() -> pollAndGoOn(news), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.debug("No more prices of {} are asked for: the engine stops", source);
    }
  }

  /** Asks once. Never throws: one that got away would end the asking, and nobody would know. */
  void poll(Consumer<MarketPrices> news) {
    try {
      switch (feed.ask(wanted())) {
        case FeedAnswer.Published published -> take(published.prices(), news);
        case FeedAnswer.Refused refused -> refuse(refused.why());
      }
    } catch (RuntimeException e) {
      LOG.error("A fault while asking {} for prices", source, e);
      refuse(e.toString());
    }
  }

  /** Today and tomorrow, and the week before while it is not known. */
  private Interval wanted() {
    LocalDate today = timeline.instant().atZone(zone).toLocalDate();
    Instant weekAgo = startOf(today.minusDays(DAYS_WANTED_AT_FIRST));
    boolean known = state.prices().coveredUntil(weekAgo).isPresent();
    return new Interval(known ? startOf(today) : weekAgo, startOf(today.plusDays(2)));
  }

  private Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private void take(MarketPrices told, Consumer<MarketPrices> news) {
    Instant now = timeline.instant();
    Instant edge = now.minus(KEPT);
    MarketPrices before = state.prices();
    MarketPrices all = before.with(told).from(edge);
    Optional<Instant> coveredUntil = all.coveredUntil(now);
    boolean useful = coveredUntil.isPresent();
    state = new State(all, Optional.of(now), useful ? 0 : state.failuresInARow());
    if (!all.equals(before.from(edge))) {
      news.accept(all);
      LOG.info(
          "Prices of {} are known until {}",
          source,
          coveredUntil.map(Instant::toString).orElse("a time that is past"));
    }
    if (!useful) {
      refuse("it tells no price for " + now);
    }
    save(told.from(edge), edge, now);
  }

  private void save(MarketPrices told, Instant edge, Instant now) {
    try {
      store.save(source, told, edge, now);
    } catch (RuntimeException e) { // the prices count all the same
      LOG.warn("A restart would forget the prices of {}: {}", source, e.toString());
    }
  }

  private void refuse(String why) {
    failures.incrementAndGet();
    State last = state;
    state = new State(last.prices(), last.at(), last.failuresInARow() + 1);
    LOG.warn("No new prices of {}: {}", source, why);
  }

  /** Questions since the start that brought no price for the time at which they were asked. */
  public long failures() {
    return failures.get();
  }

  /** Questions without a useful answer since the last useful one; they slow the asking down. */
  int failuresInARow() {
    return state.failuresInARow();
  }

  /** Since the feed last told prices; empty when it never did. */
  public Optional<Duration> age() {
    return state.at().map(at -> Duration.between(at, timeline.instant()));
  }

  /** For how long prices are known from now on; zero when that of this moment is not. */
  public Duration ahead() {
    Instant now = timeline.instant();
    return state
        .prices()
        .coveredUntil(now)
        .map(end -> Duration.between(now, end))
        .orElse(Duration.ZERO);
  }

  /** What an operator should know. */
  public List<String> alerts() {
    if (ahead().isZero()) {
      return List.of(
          "The market price of "
              + source
              + " is not known; prices of the same time on earlier days stand in.");
    }
    return age()
        .filter(age -> age.compareTo(OLD) > 0)
        .map(age -> "The prices of " + source + " are " + age.toHours() + " h old.")
        .stream()
        .toList();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    feed.close();
  }
}
