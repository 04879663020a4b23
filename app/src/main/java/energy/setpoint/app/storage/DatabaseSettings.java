package energy.setpoint.app.storage;

import energy.setpoint.app.storage.embedded.EmbeddedSettings;
import java.time.Duration;

/** Which PostgreSQL the engine keeps its memory in. */
public sealed interface DatabaseSettings {

  /** The one that the engine brings along. */
  record Embedded(EmbeddedSettings settings) implements DatabaseSettings {}

  /**
   * One that is there already, with or without TimescaleDB.
   *
   * @param url such as {@code jdbc:postgresql://db.example:5432/setpoint}
   * @param patience how long to wait at start for a database that does not answer yet
   */
  record External(String url, String user, String password, Duration patience)
      implements DatabaseSettings {

    public External {
      if (!url.startsWith("jdbc:postgresql:")) {
        throw new IllegalArgumentException(
            "The database URL '%s' is not one of PostgreSQL. Expected jdbc:postgresql://host:port/database."
                .formatted(Refusals.withoutPassword(url)));
      }
    }

    /** Never shows the password. */
    @Override
    public String toString() {
      return user + " at " + Refusals.withoutPassword(url);
    }
  }
}
