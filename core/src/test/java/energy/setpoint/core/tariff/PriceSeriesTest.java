package energy.setpoint.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PriceSeriesTest {

  private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

  private final PriceSeries series =
      new PriceSeries(
          Map.of(NOON, price(0.10), NOON.plus(Duration.ofHours(1)), price(0.30)),
          Duration.ofHours(1));

  @Test
  void knowsOnlyWhatWasPublished() {
    assertThat(series.find(NOON.plusSeconds(3599))).hasValue(price(0.10));
    assertThat(series.find(NOON.plusSeconds(7200))).isEmpty();
    assertThat(series.find(NOON.minusSeconds(1))).isEmpty();
  }

  @Test
  void repeatsTheLastPublishedDayUntilTomorrowIsKnown() {
    assertThat(series.at(NOON.plus(Duration.ofDays(2)))).isEqualTo(price(0.10));
  }

  @Test
  void fallsBackToTheMeanForAnHourThatWasNeverPublished() {
    assertThat(series.at(NOON.plus(Duration.ofHours(5))).perKilowattHour())
        .isCloseTo(0.20, within(1e-9));
  }

  @Test
  void averagesOverAStepThatSpansTwoPrices() {
    var step = Interval.of(NOON.plus(Duration.ofMinutes(45)), Duration.ofMinutes(30));

    assertThat(series.over(step).perKilowattHour()).isCloseTo(0.20, within(1e-9));
  }

  private static EnergyPrice price(double perKilowattHour) {
    return EnergyPrice.ofKilowattHour(perKilowattHour);
  }
}
