package energy.setpoint.app.storage.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import energy.setpoint.app.storage.jdbc.PastTable;
import energy.setpoint.app.storage.jdbc.PastTable.Kind;
import java.sql.Connection;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** What becomes of the tidying when it fails. */
class HistoryKeeperTest {

  /** A schedule ends with the first exception. */
  @Test
  void countsAnErrorThatIsNotOfTheDatabaseAndTriesAgainLater() {
    try (var keeper =
        new HistoryKeeper(
            new PastTable(new Broken()), HistorySettings.DEFAULTS, () -> Instant.EPOCH)) {

      assertThatCode(keeper::tidy).doesNotThrowAnyException();

      assertThat(keeper.failures()).isEqualTo(Kind.values().length);
    }
  }

  private static final class Broken extends AbstractDataSource {

    @Override
    public Connection getConnection() {
      throw new UnsupportedOperationException("broken");
    }

    @Override
    public Connection getConnection(String user, String password) {
      return getConnection();
    }
  }
}
