package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.LedgerJson;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of ledgers: the latest entry of each EVSE. */
public final class LedgerTable implements LedgerStore {

  private final JdbcClient jdbc;

  public LedgerTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public void save(LedgerEntry entry) {
    jdbc.sql(
            """
            insert into ledger_entry (station, evse, document)
            values (:station, :evse, cast(:document as jsonb))
            on conflict (station, evse) do update set document = excluded.document
            """)
        .param("station", entry.evse().station().value())
        .param("evse", entry.evse().number())
        .param("document", LedgerJson.write(entry))
        .update();
  }

  @Override
  public List<LedgerEntry> list() {
    return jdbc.sql("select document from ledger_entry order by station, evse")
        .query((row, _) -> LedgerJson.read(row.getString("document")))
        .list();
  }
}
