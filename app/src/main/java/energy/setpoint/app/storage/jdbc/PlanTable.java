package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.PlanJson;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.PlanQueries;
import energy.setpoint.app.storage.query.PlanSummary;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.port.PlanStore;
import energy.setpoint.core.site.SiteId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of plans. */
public final class PlanTable implements PlanStore, PlanQueries {

  private final JdbcClient jdbc;

  public PlanTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** A plan never changes: saving it again changes nothing. */
  @Override
  public void save(Plan plan) {
    jdbc.sql(
            """
            insert into plan (id, site, created_at, total_cost, shortfalls, method, status, document)
            values (:id, :site, :createdAt, :totalCost, :shortfalls, :method, :status,
                    cast(:document as jsonb))
            on conflict (id) do nothing
            """)
        .param("id", plan.id().value())
        .param("site", plan.site().value())
        .param("createdAt", Columns.time(plan.createdAt()))
        .param("totalCost", plan.cost().total())
        .param("shortfalls", plan.shortfalls().size())
        .param("method", Columns.text(plan.report().method()))
        .param("status", plan.report().status().name())
        .param("document", PlanJson.write(plan))
        .update();
  }

  @Override
  public Optional<Plan> findLatest(SiteId site) {
    return jdbc.sql("select document from plan where site = :site order by seq desc limit 1")
        .param("site", site.value())
        .query(String.class)
        .optional()
        .map(PlanJson::read);
  }

  @Override
  public Optional<Plan> find(PlanId id) {
    return jdbc.sql("select document from plan where id = :id")
        .param("id", id.value())
        .query(String.class)
        .optional()
        .map(PlanJson::read);
  }

  @Override
  public List<PlanSummary> listNewest(SiteId site, Page page) {
    return jdbc.sql(
            """
            select id, site, created_at, total_cost, shortfalls, method, status
            from plan where site = :site order by seq desc limit :limit offset :offset
            """)
        .param("site", site.value())
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, _) -> summary(row))
        .list();
  }

  private static PlanSummary summary(ResultSet row) throws SQLException {
    return new PlanSummary(
        new PlanId(row.getString("id")),
        new SiteId(row.getString("site")),
        Columns.instant(row, "created_at"),
        row.getDouble("total_cost"),
        row.getInt("shortfalls"),
        row.getString("method"),
        SolveReport.Status.valueOf(row.getString("status")));
  }
}
