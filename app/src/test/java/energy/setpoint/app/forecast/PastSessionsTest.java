package energy.setpoint.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.SessionQueries;
import energy.setpoint.core.control.NeedBook;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.GuestNeed;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PastSessionsTest {

  private static final Instant NOW = Instant.parse("2026-06-12T00:00:00Z");
  private static final TimeGrid DAY = TimeGrid.uniform(NOW, Duration.ofHours(1), 24);

  @Test
  void expectsWhoCameOnTheDaysBefore() {
    List<ChargingSession> everyMorning = new ArrayList<>();
    for (int day = 1; day <= 60; day++) {
      everyMorning.add(session(NOW.minus(Duration.ofDays(day)).plus(Duration.ofHours(8))));
    }

    Experience experience = PastSessions.teach(SmallDepot.site(), kept(everyMorning), NOW);

    var expected = experience.expectedArrivals(DAY);
    assertThat(expected).hasSize(1);
    assertThat(expected.getFirst().stay().start()).isEqualTo(NOW.plus(Duration.ofMinutes(510)));
    assertThat(expected.getFirst().energy()).isEqualTo(Energy.ofKilowattHours(10));
    assertThat(experience.isPeakSettled(NOW)).isTrue();
  }

  @Test
  void learnsAnewWhenTheDatabaseIsAway() {
    Experience experience =
        PastSessions.teach(
            SmallDepot.site(),
            kept(page -> {
              throw new IllegalStateException("The database of this test is away.");
            }),
            NOW);

    assertThat(experience.isWary()).as("words count in full").isFalse();
    assertThat(experience.expectedArrivals(DAY)).isEmpty();
  }

  private static ChargingSession session(Instant start) {
    return new ChargingSession(
        new SessionId("at-" + start),
        SmallDepot.EVSE,
        "tx-" + start,
        Optional.empty(),
        start,
        Optional.of(start.plus(Duration.ofHours(6))),
        new NeedBook(List.of(), GuestNeed.DEFAULTS, ZoneOffset.UTC)
            .initial(Optional.empty(), start),
        Optional.empty(),
        Energy.ofKilowattHours(10),
        Optional.empty());
  }

  private static SessionQueries kept(List<ChargingSession> newestFirst) {
    return kept(page -> newestFirst.stream().skip(page.offset()).limit(page.limit()).toList());
  }

  private interface Pages {
    List<ChargingSession> read(Page page);
  }

  private static SessionQueries kept(Pages pages) {
    return new SessionQueries() {
      @Override
      public List<ChargingSession> listNewest(Page page) {
        return pages.read(page);
      }

      @Override
      public Optional<ChargingSession> find(SessionId id) {
        return Optional.empty();
      }
    };
  }
}
