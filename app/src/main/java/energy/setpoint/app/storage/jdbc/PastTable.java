package energy.setpoint.app.storage.jdbc;

import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The old end of the tables that only ever grow. */
public final class PastTable {

  /** Whether an intent could still be in force, as {@link IntentTable} looks for it. */
  private static final String IS_OVER =
      """
      i.state in ('REFUSED', 'NOT_SENT')
      or exists (
        select 1 from intent a
        where a.station = i.station and a.evse = i.evse and a.state = 'ACCEPTED' and a.seq > i.seq)
      or i.state in ('SENDING', 'UNANSWERED') and exists (
        select 1 from intent n
        where n.station = i.station and n.evse = i.evse and n.seq > i.seq
          and n.state in ('SENDING', 'ACCEPTED', 'UNANSWERED')
          and n.sent_at - interval '1 day' >= i.lease_end)
      """;

  private static final String DELETE_INTENTS =
      """
      delete from intent where id in (
        select i.id from intent i
        where i.sent_at < :edge and (i.kind = 'adjust-setpoint') = %s and (%s)
        limit :most)
      """;

  /** What is deleted together. */
  public enum Kind {
    /** Those that may be in force stay, however old they are; messages go with their intents. */
    INTENTS(DELETE_INTENTS.formatted("false", IS_OVER)),
    SETPOINTS(DELETE_INTENTS.formatted("true", IS_OVER)),
    /** By their key, because a row of a hypertable has no other address. */
    MEASUREMENTS(
        """
        delete from measurement where (source, quantity, at) in (
          select source, quantity, at from measurement where at < :edge limit :most)
        """),
    /** By the time of arrival: a station's clock may be wrong. */
    SECURITY_EVENTS(
        """
        delete from security_event where id in (
          select id from security_event where received_at < :edge limit :most)
        """);

    private final String statement;

    Kind(String statement) {
      this.statement = statement;
    }

    /** For logs and metrics. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final JdbcClient jdbc;

  public PastTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Deletes some of what is older than an instant.
   *
   * @param most rows at once
   * @return how many rows that were; fewer than {@code most} when nothing is left
   * @throws org.springframework.dao.DataAccessException when the database does not do it
   */
  public int delete(Kind kind, Instant edge, int most) {
    return jdbc.sql(kind.statement).param("edge", Columns.time(edge)).param("most", most).update();
  }
}
