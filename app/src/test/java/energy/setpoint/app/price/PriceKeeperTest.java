package energy.setpoint.app.price;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PriceKeeperTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-03-27T23:00:00Z");

  private final Clock clock = new Clock();
  private final Shelf shelf = new Shelf();
  private final List<Interval> asked = new ArrayList<>();
  private final List<MarketPrices> news = new ArrayList<>();
  private boolean broken;
  private FeedAnswer answer = new FeedAnswer.Refused("closed");
  private final PriceKeeper keeper = keeper();

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void asksForTodayAndTomorrowAndTheWeekBefore() {
    keeper.poll(news::add);

    assertThat(asked)
        .containsExactly(
            new Interval(
                Instant.parse("2026-03-20T23:00:00Z"),
                Instant.parse("2026-03-29T22:00:00Z"))); // tomorrow has 23 hours
  }

  @Test
  void passesOnWhatIsNewAndOnlyThat() {
    answer = day(MIDNIGHT, 80);

    keeper.poll(news::add);
    keeper.poll(news::add);

    assertThat(news).hasSize(1);
    assertThat(keeper.ahead()).isEqualTo(Duration.ofHours(24));
    assertThat(keeper.alerts()).isEmpty();
  }

  @Test
  void keepsTheLastPricesWhileTheFeedFailsAndTellsTheirAge() {
    answer = day(MIDNIGHT, 80);
    keeper.poll(news::add);
    answer = new FeedAnswer.Refused("status 500");
    clock.now = MIDNIGHT.plus(Duration.ofHours(23));

    keeper.poll(news::add);

    assertThat(keeper.failures()).isEqualTo(1);
    assertThat(keeper.age()).hasValue(Duration.ofHours(23));
    assertThat(keeper.ahead()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void alertsWhenThePriceOfNowIsUnknown() {
    answer = day(MIDNIGHT, 80);
    keeper.poll(news::add);

    clock.now = MIDNIGHT.plus(Duration.ofHours(24));

    assertThat(keeper.alerts()).singleElement().asString().contains("market A", "stand in");
  }

  @Test
  void countsAnAnswerThatLacksThePriceOfNowAsAFailure() {
    answer = day(MIDNIGHT.minus(Duration.ofDays(2)), 80);

    keeper.poll(news::add);

    assertThat(keeper.failures()).isEqualTo(1);
    assertThat(news).hasSize(1);
  }

  @Test
  void asksLessAndLessOftenWhileAnswersLackThePriceOfNow() {
    answer = day(MIDNIGHT.minus(Duration.ofDays(2)), 80);
    keeper.poll(news::add);
    keeper.poll(news::add);

    keeper.poll(news::add);

    assertThat(keeper.failuresInARow()).isEqualTo(3);
  }

  @Test
  void asksAtItsUsualHoursAgainOnceThePriceOfNowIsTold() {
    keeper.poll(news::add);
    answer = day(MIDNIGHT, 80);

    keeper.poll(news::add);

    assertThat(keeper.failuresInARow()).isZero();
    assertThat(keeper.failures()).isEqualTo(1);
  }

  @Test
  void survivesAFaultOfTheFeed() {
    broken = true;

    keeper.poll(news::add);

    assertThat(keeper.failures()).isEqualTo(1);
  }

  @Test
  void knowsAfterARestartWhatWasToldBefore() {
    answer = day(MIDNIGHT, 80);
    keeper.poll(news::add);
    clock.now = MIDNIGHT.plus(Duration.ofHours(5));

    try (PriceKeeper again = keeper()) {
      again.restore(news::add);

      assertThat(again.ahead()).isEqualTo(Duration.ofHours(19));
      assertThat(again.age()).hasValue(Duration.ofHours(5));
      assertThat(news).hasSize(2);
    }
  }

  @Test
  void followsNewPricesAlsoWhileTheDatabaseIsAway() {
    shelf.broken = true;
    answer = day(MIDNIGHT, 80);

    keeper.restore(news::add);
    keeper.poll(news::add);

    assertThat(news).hasSize(1);
  }

  private PriceKeeper keeper() {
    PriceFeed feed =
        wanted -> {
          asked.add(wanted);
          if (broken) {
            throw new IllegalStateException("a fault");
          }
          return answer;
        };
    return new PriceKeeper(
        "market A", feed, shelf, PollTimes.everyMinute(), ZoneId.of("Europe/Berlin"), clock);
  }

  private static FeedAnswer day(Instant start, double perMwh) {
    MarketPrices.Gathering gathering = new MarketPrices.Gathering();
    gathering.add(start, start.plus(Duration.ofDays(1)), perMwh);
    return gathering.answer();
  }

  /** Stands still until it is set. */
  private static final class Clock implements Timeline {
    Instant now = MIDNIGHT;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public Duration realTime(Duration siteTime) {
      return siteTime;
    }
  }

  /** A store in memory that can break. */
  private static final class Shelf implements PriceStore {
    boolean broken;
    private Optional<Kept> kept = Optional.empty();

    @Override
    public void save(String source, MarketPrices prices, Instant forgetBefore, Instant at) {
      failWhenBroken();
      kept = Optional.of(new Kept(prices, at));
    }

    @Override
    public Optional<Kept> find(String source, Instant from) {
      failWhenBroken();
      return kept;
    }

    private void failWhenBroken() {
      if (broken) {
        throw new IllegalStateException("away");
      }
    }
  }
}
