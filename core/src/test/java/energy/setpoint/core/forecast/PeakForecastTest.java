package energy.setpoint.core.forecast;

import static energy.setpoint.core.forecast.PastSessions.ZONE;
import static energy.setpoint.core.forecast.PastSessions.at;
import static energy.setpoint.core.forecast.PastSessions.past;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PeakForecastTest {

  private final PeakForecast forecast = new PeakForecast(ZONE);

  @Test
  void findsTheLeastPeakThatServesADay() {
    var patient = past("2019-03-04", "08:00", 8, 32);
    var hasty = past("2019-03-04", "10:00", 2, 16);

    assertThat(LeastPeak.of(List.of(patient)).kilowatts()).isCloseTo(4, within(0.1));
    assertThat(LeastPeak.of(List.of(patient, hasty)).kilowatts()).isCloseTo(8, within(0.1));
  }

  @Test
  void asksOfAVehicleNoMoreThanItCouldTake() {
    var hopeless = past("2019-03-04", "08:00", 1, 30);

    assertThat(LeastPeak.of(List.of(hopeless)).kilowatts()).isCloseTo(10, within(0.1));
  }

  @Test
  void expectsNothingBeforeTheFirstDayIsOver() {
    forecast.learn(past("2019-03-04", "08:00", 4, 20));

    assertThat(forecast.expect(at("2019-03-04", "20:00")).watts()).isZero();
    assertThat(forecast.expect(at("2019-03-05", "00:00")).kilowatts()).isBetween(5.0, 6.0);
  }

  @Test
  void expectsTheHighestDayAndLessGrowthTowardsTheEndOfTheMonth() {
    forecast.learn(past("2019-03-04", "08:00", 4, 20));
    forecast.learn(past("2019-03-05", "08:00", 4, 8));

    double early = forecast.expect(at("2019-03-06", "00:00")).kilowatts();
    double late = forecast.expect(at("2019-03-31", "00:00")).kilowatts();

    assertThat(early).isGreaterThan(late + 0.2);
    assertThat(late).isBetween(5.0, 5.2);
  }
}
