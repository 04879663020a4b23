package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.query.GridLimitQueries;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.signal.GridFlow;
import energy.setpoint.core.signal.GridLimitChange;
import energy.setpoint.core.site.SiteId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of when grid limits came and went. */
public final class GridLimitTable implements GridLimitQueries {

  private final JdbcClient jdbc;

  public GridLimitTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** Saves a change under an id, once however often it is called. */
  public void save(UUID id, SiteId site, GridLimitChange change) {
    jdbc.sql(
            """
            insert into grid_limit_change (id, site, source, flow, at, watts, why)
            values (:id, :site, :source, :flow, :at, cast(:watts as float8), :why)
            on conflict (id) do nothing
            """)
        .param("id", id)
        .param("site", site.value())
        .param("source", change.source())
        .param("flow", change.flow().key())
        .param("at", Columns.time(change.at()))
        .param("watts", change.power().map(Power::watts).orElse(null))
        .param("why", Columns.text(change.why()))
        .update();
  }

  /** The last change of each source in each direction. */
  public List<GridLimitChange> listLast(SiteId site) {
    return jdbc.sql(
            """
            select distinct on (source, flow) * from grid_limit_change
            where site = :site order by source, flow, seq desc
            """)
        .param("site", site.value())
        .query((row, _) -> change(row))
        .list();
  }

  @Override
  public List<GridLimitChange> listNewest(SiteId site, Page page) {
    return jdbc.sql(
            """
            select * from grid_limit_change where site = :site
            order by seq desc limit :limit offset :offset
            """)
        .param("site", site.value())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, _) -> change(row))
        .list();
  }

  private static GridLimitChange change(ResultSet row) throws SQLException {
    return new GridLimitChange(
        GridFlow.valueOf(row.getString("flow").toUpperCase(Locale.ROOT)),
        row.getString("source"),
        Optional.ofNullable(row.getBigDecimal("watts"))
            .map(BigDecimal::doubleValue)
            .map(Power::new),
        Columns.instant(row, "at"),
        row.getString("why"));
  }
}
