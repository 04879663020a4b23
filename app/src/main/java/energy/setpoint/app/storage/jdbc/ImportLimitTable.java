package energy.setpoint.app.storage.jdbc;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.SiteId;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what grid operators allow for now. */
public final class ImportLimitTable {

  private final JdbcClient jdbc;

  public ImportLimitTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** Replaces what was said before. */
  public void save(SiteId site, Power limit, Instant at) {
    jdbc.sql(
            """
            insert into import_limit (site, watts, set_at) values (:site, :watts, :at)
            on conflict (site) do update set watts = excluded.watts, set_at = excluded.set_at
            """)
        .param("site", site.value())
        .param("watts", limit.watts())
        .param("at", Columns.time(at))
        .update();
  }

  /** What was said last, a magnitude; empty when nothing was ever said. */
  public Optional<Power> find(SiteId site) {
    return jdbc.sql("select watts from import_limit where site = :site")
        .param("site", site.value())
        .query((row, _) -> new Power(row.getDouble("watts")))
        .optional();
  }
}
