package energy.setpoint.core.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.EnergyPrice;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeOfUseTest {

  private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
  private static final EnergyPrice PEAK = EnergyPrice.ofKilowattHour(0.4);
  private static final EnergyPrice BASE = EnergyPrice.ofKilowattHour(0.2);

  @Test
  void appliesAPeriodOnlyOnItsDaysAndHours() {
    var tariff = tariff(MonthDay.of(1, 1), MonthDay.of(12, 31), weekdays(), "17:00", "21:00");

    assertThat(tariff.at(Instant.parse("2026-01-05T16:00:00Z"))).isEqualTo(PEAK);
    assertThat(tariff.at(Instant.parse("2026-01-05T20:00:00Z"))).isEqualTo(BASE);
    assertThat(tariff.at(Instant.parse("2026-01-04T16:00:00Z"))).isEqualTo(BASE);
  }

  @Test
  void followsTheLocalClockAcrossTheChangeToSummerTime() {
    var tariff = tariff(MonthDay.of(1, 1), MonthDay.of(12, 31), everyDay(), "17:00", "21:00");

    assertThat(tariff.at(Instant.parse("2026-03-28T16:00:00Z"))).isEqualTo(PEAK);
    assertThat(tariff.at(Instant.parse("2026-03-29T15:00:00Z"))).isEqualTo(PEAK);
    assertThat(tariff.at(Instant.parse("2026-03-29T14:59:59Z"))).isEqualTo(BASE);
  }

  @Test
  void letsASeasonSpanNewYear() {
    var winter = tariff(MonthDay.of(10, 1), MonthDay.of(5, 31), everyDay(), "00:00", "00:00");

    assertThat(winter.at(Instant.parse("2026-12-31T12:00:00Z"))).isEqualTo(PEAK);
    assertThat(winter.at(Instant.parse("2027-01-01T12:00:00Z"))).isEqualTo(PEAK);
    assertThat(winter.at(Instant.parse("2026-07-01T12:00:00Z"))).isEqualTo(BASE);
  }

  @Test
  void takesMidnightAsTheEndOfTheDay() {
    var night = tariff(MonthDay.of(1, 1), MonthDay.of(12, 31), everyDay(), "22:00", "00:00");

    assertThat(night.at(Instant.parse("2026-01-05T22:30:00Z"))).isEqualTo(PEAK);
    assertThat(night.at(Instant.parse("2026-01-05T23:30:00Z"))).isEqualTo(BASE);
  }

  private static TimeOfUse tariff(
      MonthDay first, MonthDay last, Set<DayOfWeek> days, String from, String until) {
    var period =
        new TimeOfUse.Period(
            first, last, days, LocalTime.parse(from), LocalTime.parse(until), PEAK);
    return new TimeOfUse(AMSTERDAM, List.of(period), BASE);
  }

  private static Set<DayOfWeek> weekdays() {
    return EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  }

  private static Set<DayOfWeek> everyDay() {
    return EnumSet.allOf(DayOfWeek.class);
  }
}
