package energy.setpoint.app.system.chaos.witness;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A charging session as it stands in the database. */
public record StoredSession(
    String id,
    String station,
    int evse,
    String transaction,
    Instant started,
    Optional<Instant> ended,
    double deliveredWh) {

  /** Asks the database itself, and no engine. */
  public static List<StoredSession> listAll(Connection database) throws SQLException {
    List<StoredSession> sessions = new ArrayList<>();
    try (var statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select * from setpoint.charging_session order by started, id")) {
      while (row.next()) {
        sessions.add(
            new StoredSession(
                row.getString("id"),
                row.getString("station"),
                row.getInt("evse"),
                row.getString("transaction_id"),
                row.getTimestamp("started").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended")).map(Timestamp::toInstant),
                row.getDouble("delivered_wh")));
      }
    }
    return sessions;
  }

  @Override
  public String toString() {
    return "session %s (transaction %s at %s/%d from %s to %s)"
        .formatted(
            id, transaction, station, evse, started, ended.map(Instant::toString).orElse("…"));
  }
}
