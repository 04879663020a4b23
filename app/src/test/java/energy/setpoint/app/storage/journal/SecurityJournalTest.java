package energy.setpoint.app.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

class SecurityJournalTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  private static final SecurityEvent AT_THE_DOOR =
      SecurityEvent.ofEngine(NOON, Optional.empty(), "LoginLockedOut", "");
  private static final SecurityEvent OF_A_STATION =
      SecurityEvent.ofStation(NOON, new StationId("CP1"), "MemoryExhaustion", "");

  private final Map<UUID, SecurityEvent> table = new ConcurrentHashMap<>();

  @Test
  void writesWhatItIsTold() {
    try (SecurityJournal journal = SecurityJournal.start(table::put, () -> NOON)) {
      journal.note(OF_A_STATION);
      journal.note(AT_THE_DOOR);
    }

    assertThat(table.values()).containsExactlyInAnyOrder(OF_A_STATION, AT_THE_DOOR);
  }

  @Test
  void triesAgainUntilTheDatabaseIsBack() {
    AtomicInteger attempts = new AtomicInteger();
    SecurityJournal journal =
        SecurityJournal.start(
            (id, event) -> {
              if (attempts.incrementAndGet() < 2) {
                throw new DataAccessResourceFailureException("The database is away.");
              }
              table.put(id, event);
            },
            () -> NOON);

    journal.note(OF_A_STATION);
    while (journal.written() == 0) {
      Thread.onSpinWait();
    }
    journal.close();

    assertThat(table.values()).containsExactly(OF_A_STATION);
    assertThat(journal.dropped()).isZero();
  }

  @Test
  void givesUpWhatTheDatabaseWillNeverTakeAndGoesOn() {
    SecurityJournal journal =
        SecurityJournal.start(
            (id, event) -> {
              if (event.equals(OF_A_STATION)) {
                throw new DataIntegrityViolationException(
                    "refused", new SQLException("timestamp out of range", "22008"));
              }
              table.put(id, event);
            },
            () -> NOON);

    journal.note(OF_A_STATION);
    journal.note(AT_THE_DOOR);
    journal.close();

    assertThat(table.values()).containsExactly(AT_THE_DOOR);
    assertThat(journal.dropped()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "+900000-01-01T00:00:00Z, 2026-06-01T12:00:00Z",
    "2026-06-02T12:00:00Z, 2026-06-01T12:00:00Z",
    "2000-01-01T00:00:00Z, 2026-06-01T12:00:00Z",
    "2026-06-02T11:59:59Z, 2026-06-02T11:59:59Z",
    "2025-06-02T12:00:00Z, 2025-06-02T12:00:00Z"
  })
  void datesAnEventByItsArrivalWhereTheClockOfTheStationIsFarOff(Instant told, Instant kept) {
    try (SecurityJournal journal = SecurityJournal.start(table::put, () -> NOON)) {
      journal.note(SecurityEvent.ofStation(told, new StationId("CP1"), "Tampering", "door"));
    }

    assertThat(table.values())
        .singleElement()
        .satisfies(event -> {
          assertThat(event.at()).isEqualTo(kept);
          assertThat(event.detail()).startsWith("door");
          assertThat(event.detail().contains(told.toString())).isEqualTo(!told.equals(kept));
        });
  }

  @Test
  void keepsOnlySoMuchOfWhatAnAttackerOrAStationGoneMadCauses() {
    SecurityJournal journal = SecurityJournal.start(table::put, () -> NOON);
    var quiet = SecurityEvent.ofStation(NOON, new StationId("CP2"), "SettingSystemTime", "");

    IntStream.range(0, 1000).forEach(i -> journal.note(AT_THE_DOOR));
    IntStream.range(0, 1000).forEach(i -> journal.note(OF_A_STATION));
    journal.note(quiet);
    journal.close();

    assertThat(journal.written()).isEqualTo(241);
    assertThat(journal.dropped()).isEqualTo(1760);
    assertThat(table.values()).contains(quiet);
  }

  @Test
  void keepsMoreOfAStationInTheNextMinute() {
    AtomicReference<Instant> now = new AtomicReference<>(NOON);
    SecurityJournal journal = SecurityJournal.start(table::put, now::get);

    IntStream.range(0, 121).forEach(i -> journal.note(OF_A_STATION));
    now.set(NOON.plusSeconds(60));
    journal.note(OF_A_STATION);
    journal.close();

    assertThat(journal.written()).isEqualTo(121);
    assertThat(journal.dropped()).isEqualTo(1);
  }

  @Test
  void countsWhatComesAfterTheEnd() {
    SecurityJournal journal = SecurityJournal.start(table::put, () -> NOON);
    journal.close();

    journal.note(OF_A_STATION);

    assertThat(journal.dropped()).isEqualTo(1);
    assertThat(table).isEmpty();
  }
}
