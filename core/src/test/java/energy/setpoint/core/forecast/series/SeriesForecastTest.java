package energy.setpoint.core.forecast.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesForecastTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");

  private final SlotClock clock = new SlotClock(ZoneId.of("Europe/Berlin"), HOUR);
  private final SeriesForecast forecast =
      new SeriesForecast(clock, Series.LOAD, Power.ofWatts(100_000), at -> 5_000);

  @Test
  void believesTheTypicalDayBeforeAnythingWasMeasured() {
    QuantileForecast day = forecast.forecast(dayFrom(MONDAY));

    assertThat(day.middle().toWatts()).containsOnly(5_000);
    assertThat(day.low().watts(0)).isLessThan(5_000);
    assertThat(day.high().watts(0)).isGreaterThan(5_000);
  }

  @Test
  void isSureOfALoadThatNeverChanges() {
    live(0, 24 * 28, hour -> 3_000);

    QuantileForecast day = forecast.forecast(dayFrom(at(24 * 28)));

    assertThat(day.low().watts(12)).isCloseTo(3_000, within(100.0));
    assertThat(day.high().watts(12)).isCloseTo(3_000, within(100.0));
  }

  @Test
  void neverLetsItsQuantilesCross() {
    live(0, 24 * 28, SeriesForecastTest::noisy);

    QuantileForecast day = forecast.forecast(dayFrom(at(24 * 28)));

    for (int hour = 0; hour < 24; hour++) {
      assertThat(day.middle().watts(hour)).isBetween(day.low().watts(hour), day.high().watts(hour));
    }
  }

  @Test
  void keepsToTheClockOnTheWallWhenItChanges() {
    live(0, 24 * 28, this::openFromEightToSix); // Europe changes on Sunday, March 29

    QuantileForecast monday = forecast.forecast(dayFrom(Instant.parse("2026-03-29T22:00:00Z")));

    assertThat(monday.middle().watts(7)).isLessThan(5_000);
    assertThat(monday.middle().watts(8)).isGreaterThan(15_000);
    assertThat(monday.middle().watts(17)).isGreaterThan(15_000);
    assertThat(monday.middle().watts(18)).isLessThan(5_000);
  }

  @Test
  void livesThroughAGapOfThreeDays() {
    live(0, 24 * 21, this::openFromEightToSix);
    live(24 * 24, 24 * 25, this::openFromEightToSix);

    QuantileForecast friday = forecast.forecast(dayFrom(Instant.parse("2026-03-26T23:00:00Z")));

    assertThat(friday.middle().watts(3)).isLessThan(5_000);
    assertThat(friday.middle().watts(12)).isGreaterThan(15_000);
  }

  @Test
  void givesWayToThoseWhoAreBetterAndSaysSo() {
    List<ModelChange> changes = live(0, 24 * 120, SeriesForecastTest::wanders);

    assertThat(changes)
        .extracting(ModelChange::now)
        .contains(ForecastModel.PERSISTENCE, ForecastModel.SEASONAL_NAIVE);
    assertThat(changes).allMatch(change -> change.maeNow() < change.maeBefore());
  }

  @Test
  void isNeverMuchWorseThanTheBestOfItsModels() {
    live(0, 24 * 120, SeriesForecastTest::wanders);

    List<ForecastScore> scores = forecast.scores();

    assertThat(scores).hasSize(LeadBand.values().length);
    for (ForecastScore score : scores) {
      for (ForecastModel model : ForecastModel.values()) {
        assertThat(score.of(score.inUse()).mae()).isLessThanOrEqualTo(1.02 * score.of(model).mae());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {100_001, 1e9, -1e9})
  void refusesWhatCannotBeAndGoesOn(double watts) {
    live(0, 24, hour -> 3_000);

    forecast.learn(at(24), new Power(watts));

    assertThat(forecast.refused()).isEqualTo(1);
    assertThat(forecast.learnt()).isEqualTo(24);
    assertThat(forecast.forecast(dayFrom(at(25))).middle().watts(0)).isBetween(2_000.0, 5_000.0);
  }

  @Test
  void repeatsNoWildReading() {
    live(0, 24 * 28, hour -> hour == 24 * 25 + 12 ? 90_000 : 3_000);

    QuantileForecast day = forecast.forecast(dayFrom(at(24 * 28)));

    assertThat(day.middle().highest().watts()).isLessThan(6_001);
  }

  @Test
  void refusesASlotThatIsPast() {
    live(0, 24, hour -> 3_000);

    forecast.learn(at(3), Power.ofWatts(9_000));

    assertThat(forecast.refused()).isEqualTo(1);
  }

  private List<ModelChange> live(long from, long to, LongToDoubleFunction watts) {
    List<ModelChange> changes = new ArrayList<>();
    for (long hour = from; hour < to; hour++) {
      changes.addAll(forecast.learn(at(hour), new Power(watts.applyAsDouble(hour))));
    }
    return changes;
  }

  private double openFromEightToSix(long hour) {
    long slot = clock.slotOf(at(hour));
    int onTheWall = clock.hourOfDay(slot);
    boolean open = Series.LOAD.kindOf(clock.day(slot)) == 0 && onTheWall >= 8 && onTheWall < 18;
    return open ? 20_000 : 2_000;
  }

  private static double noisy(long hour) {
    return 5_000 + 1_000 * ((hour * 7919) % 13) / 13.0;
  }

  /** Another level every eleven days, which no calendar knows. */
  private static double wanders(long hour) {
    return 10_000 + 9_000 * ((hour / (24 * 11)) * 5 % 7 - 3) / 3.0;
  }

  private static Instant at(long hour) {
    return MONDAY.plus(HOUR.multipliedBy(hour));
  }

  private static TimeGrid dayFrom(Instant start) {
    return TimeGrid.uniform(start, HOUR, 24);
  }
}
