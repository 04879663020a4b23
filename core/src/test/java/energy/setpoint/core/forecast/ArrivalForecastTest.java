package energy.setpoint.core.forecast;

import static energy.setpoint.core.forecast.PastSessions.ZONE;
import static energy.setpoint.core.forecast.PastSessions.at;
import static energy.setpoint.core.forecast.PastSessions.past;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrivalForecastTest {

  private final ArrivalForecast forecast = new ArrivalForecast(ZONE);

  @Test
  void expectsTheMeanOfTheLastDaysOfItsKind() {
    forecast.learn(past("2019-03-04", "09:10", 8, 20)); // Monday
    forecast.learn(past("2019-03-04", "09:20", 8, 10));
    forecast.learn(past("2019-03-05", "09:10", 6, 6)); // Tuesday

    List<ExpectedArrivals> expected = forecast.expect(day(at("2019-03-06", "00:00")));

    assertThat(expected).hasSize(1);
    ExpectedArrivals group = expected.getFirst();
    assertThat(group.energy().kilowattHours()).isCloseTo(18, within(1e-6));
    assertThat(group.maxCharge().kilowatts()).isCloseTo(15, within(1e-6));
    assertThat(group.stay().start()).isEqualTo(at("2019-03-06", "09:30"));
    assertThat(group.stay().length()).isEqualTo(Duration.ofMinutes(22 * 60 / 3));
  }

  @Test
  void keepsWorkdaysAndWeekendsApart() {
    forecast.learn(past("2019-03-01", "09:10", 8, 20)); // Friday

    assertThat(forecast.expect(day(at("2019-03-02", "00:00")))).isEmpty();
    assertThat(forecast.expect(day(at("2019-03-04", "00:00")))).hasSize(1);
  }

  @Test
  void expectsOnlyTheRestOfTheHourThatHasBegun() {
    forecast.learn(past("2019-03-04", "09:10", 8, 20));

    List<ExpectedArrivals> expected = forecast.expect(day(at("2019-03-05", "09:20")));

    assertThat(expected.getFirst().energy().kilowattHours()).isCloseTo(20 * 2 / 3.0, within(0.01));
    assertThat(expected.getFirst().stay().start()).isEqualTo(at("2019-03-05", "09:40"));
  }

  @Test
  void learnsNothingFromTheDayItself() {
    forecast.learn(past("2019-03-04", "09:10", 1, 5));

    assertThat(forecast.expect(day(at("2019-03-04", "08:00"))))
        .noneMatch(e -> e.stay().start().isBefore(at("2019-03-05", "00:00")));
  }

  private static TimeGrid day(Instant start) {
    return TimeGrid.uniform(start, Duration.ofMinutes(15), 64);
  }
}
