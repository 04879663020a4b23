package energy.setpoint.app.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimitChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GridLimitJournalTest {

  private static final Instant NOW = Instant.parse("2026-01-05T18:00:00Z");

  private final List<GridLimitChange> written = Collections.synchronizedList(new ArrayList<>());

  @Test
  void writesInOrderAllThatWaitsWhenItIsClosed() {
    GridLimitJournal journal = GridLimitJournal.start((_, change) -> written.add(change));
    for (int kilowatts = 1; kilowatts <= 100; kilowatts++) {
      journal.note(change(kilowatts));
    }

    journal.close();

    assertThat(written).hasSize(100).first().isEqualTo(change(1));
    assertThat(written).last().isEqualTo(change(100));
    assertThat(journal.dropped()).isZero();
  }

  @Test
  void givesUpWhatTheDatabaseWillNeverTakeAndGoesOn() {
    GridLimitJournal journal =
        GridLimitJournal.start((_, change) -> {
          if (change.equals(change(1))) {
            throw new IllegalArgumentException("no such text");
          }
          written.add(change);
        });
    journal.note(change(1));
    journal.note(change(2));

    journal.close();

    assertThat(written).containsExactly(change(2));
    assertThat(journal.dropped()).isEqualTo(1);
  }

  private static GridLimitChange change(int kilowatts) {
    return new GridLimitChange(
        GridFlow.IMPORT, "api", Optional.of(Power.ofKilowatts(kilowatts)), NOW, "told");
  }
}
