package energy.setpoint.core.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayShapeTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** Noon in Amsterdam. */
  private static final Instant NOON = Instant.parse("2026-01-05T11:00:00Z");

  @Test
  void goesStraightFromTheMiddleOfOneHourToThatOfTheNext() {
    var shape = day(hour -> hour * 100);

    assertThat(shape.typical(at("12:30")).watts()).isCloseTo(1200, within(1e-6));
    assertThat(shape.typical(at("12:45")).watts()).isCloseTo(1225, within(1e-6));
    assertThat(shape.typical(at("13:00")).watts()).isCloseTo(1250, within(1e-6));
  }

  @Test
  void joinsTheEndOfTheDayToItsStart() {
    var shape = day(hour -> hour == 23 ? 1000 : 0);

    assertThat(shape.typical(at("00:00")).watts()).isCloseTo(500, within(1e-6));
  }

  @Test
  void addsWhatALoadHasTooMuchAndLetsItFade() {
    var shape = day(hour -> 1000);

    var forecast = shape.forecastLoad(hours(24), Optional.of(Power.ofWatts(3000)));

    assertThat(forecast.watts(0)).isCloseTo(1000 + 2000 * Math.exp(-0.25), within(1e-6));
    assertThat(forecast.watts(1)).isBetween(1000.0, forecast.watts(0));
    assertThat(forecast.watts(23)).isCloseTo(1000, within(1.0));
  }

  @Test
  void neverForecastsALoadBelowNothing() {
    var shape = day(hour -> hour == 12 ? 5000 : 100);

    var forecast = shape.forecastLoad(hours(24), Optional.of(Power.ZERO));

    assertThat(Arrays.stream(forecast.toWatts()).min()).hasValue(0);
  }

  @Test
  void keepsTheShareThatTheCloudsLeaveOfTheSunAndLetsItFade() {
    var shape = day(hour -> -4000);

    var forecast = shape.forecastProduction(hours(24), Optional.of(Power.ofWatts(-1000)));

    assertThat(forecast.watts(0)).isCloseTo(-4000 * (1 - 0.75 * Math.exp(-0.25)), within(1e-6));
    assertThat(forecast.watts(23)).isCloseTo(-4000, within(1.0));
  }

  @Test
  void drawsNoConclusionFromTheNightAboutTheMorning() {
    var shape = day(hour -> hour >= 14 && hour < 20 ? -4000 : 0);

    var forecast = shape.forecastProduction(hours(4), Optional.of(Power.ZERO));

    assertThat(forecast.watts(3)).isEqualTo(-4000);
  }

  @Test
  void forecastsAtMostTwiceTheUsualSun() {
    var shape = day(hour -> -1000);

    var forecast = shape.forecastProduction(hours(1), Optional.of(Power.ofWatts(-9000)));

    assertThat(forecast.watts(0)).isCloseTo(-1000 * (1 + Math.exp(-0.25)), within(1e-6));
  }

  @Test
  void wantsTwentyFourHours() {
    var halfADay = List.of(Power.ZERO, Power.ZERO);

    assertThatThrownBy(() -> new DayShape(ZONE, halfADay))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got 2");
  }

  private static DayShape day(IntToDoubleFunction wattsOfHour) {
    return new DayShape(
        ZONE, IntStream.range(0, 24).mapToDouble(wattsOfHour).mapToObj(Power::ofWatts).toList());
  }

  /** Whole hours from noon. */
  private static TimeGrid hours(int count) {
    return TimeGrid.uniform(NOON, Duration.ofHours(1), count);
  }

  private static Instant at(String localTime) {
    return Instant.parse("2026-01-05T" + localTime + ":00+01:00");
  }
}
