package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.SecurityEventQueries;
import energy.setpoint.core.port.SecurityEvent;
import energy.setpoint.core.port.SecurityEvent.Origin;
import energy.setpoint.core.site.StationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of security events. */
public final class SecurityEventTable implements SecurityEventQueries {

  private final JdbcClient jdbc;

  public SecurityEventTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /**
   * Saves an event; once, however often it is tried.
   *
   * @param id of this event and no other
   */
  public void save(UUID id, SecurityEvent event) {
    jdbc.sql(
            """
            insert into security_event (id, at, station, origin, type, detail)
            values (:id, :at, :station, :origin, :type, :detail)
            on conflict (id) do nothing
            """)
        .param("id", id)
        .param("at", Columns.time(event.at()))
        .param("station", event.station().map(StationId::value).orElse(null), Types.VARCHAR)
        .param("origin", event.origin().name())
        .param("type", Columns.text(event.type()))
        .param("detail", Columns.text(event.detail()))
        .update();
  }

  @Override
  public List<SecurityEvent> listNewest(Optional<StationId> station, Page page) {
    return jdbc.sql(
            """
            select * from security_event
            where cast(:station as text) is null or station = :station
            order by seq desc limit :limit offset :offset
            """)
        .param("station", station.map(StationId::value).orElse(null), Types.VARCHAR)
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, _) -> event(row))
        .list();
  }

  private static SecurityEvent event(ResultSet row) throws SQLException {
    return new SecurityEvent(
        Columns.instant(row, "at"),
        Columns.findText(row, "station").map(StationId::new),
        Origin.valueOf(row.getString("origin")),
        row.getString("type"),
        row.getString("detail"));
  }
}
