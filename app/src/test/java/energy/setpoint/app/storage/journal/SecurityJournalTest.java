package energy.setpoint.app.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
                throw new IllegalStateException("The database is away.");
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
  void keepsWhatStationsReportAndOnlySoMuchOfWhatAnAttackerCauses() {
    SecurityJournal journal = SecurityJournal.start(table::put, () -> NOON);

    IntStream.range(0, 1000).forEach(i -> journal.note(AT_THE_DOOR));
    IntStream.range(0, 1000).forEach(i -> journal.note(OF_A_STATION));
    journal.close();

    assertThat(journal.written()).isEqualTo(1120);
    assertThat(journal.dropped()).isEqualTo(880);
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
