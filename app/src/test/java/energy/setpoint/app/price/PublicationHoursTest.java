package energy.setpoint.app.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationHoursTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final double MIDDLE = 0.5;

  private final PublicationHours hours = new PublicationHours(BERLIN, LocalTime.of(12, 50));

  @ParameterizedTest
  @CsvSource({
    // now, known until, minutes to wait
    "2026-01-05T08:00, 2026-01-06T00:00, 292.5", // until the publication, spread over 5 min
    "2026-01-05T13:00, 2026-01-06T00:00, 10", // tomorrow is late
    "2026-01-05T13:00, 2026-01-07T00:00, 1432.5", // tomorrow is there: the next publication
    "2026-01-05T13:00, 2026-01-06T23:00, 1432.5", // as above, where the market's day ends early
    "2026-03-28T13:00, 2026-03-30T00:00, 1372.5", // the night has an hour less
    "2026-10-24T13:00, 2026-10-26T00:00, 1492.5", // and one more
  })
  void asksWhenNewPricesAreDue(String now, String until, double minutes) {
    Duration wait = hours.next(berlin(now), Optional.of(berlin(until)), 0, MIDDLE);

    assertThat(wait).isEqualTo(Duration.ofMillis(Math.round(minutes * 60_000)));
  }

  @Test
  void asksAgainSoonWhereTodayIsMissing() {
    Duration wait = hours.next(berlin("2026-01-05T08:00"), Optional.empty(), 0, MIDDLE);

    assertThat(wait).isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "5, 16", "6, 30", "1000, 30"})
  void asksLessOftenTheLongerAFeedFails(int failures, int minutes) {
    Duration wait = hours.next(berlin("2026-01-05T08:00"), Optional.empty(), failures, MIDDLE);

    assertThat(wait).isEqualTo(Duration.ofMinutes(minutes));
  }

  @Test
  void spreadsTheRetriesOfManySites() {
    Instant now = berlin("2026-01-05T08:00");

    assertThat(hours.next(now, Optional.empty(), 1, 0)).isEqualTo(Duration.ofSeconds(48));
    assertThat(hours.next(now, Optional.empty(), 1, 1)).isEqualTo(Duration.ofSeconds(72));
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }
}
