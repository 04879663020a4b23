package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.LedgerJson;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of ledgers: the latest entry of each EVSE. */
public final class LedgerTable implements LedgerStore {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerTable.class);

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

  /** What can be read; of what a newer engine wrote the station is judged anew. */
  @Override
  public List<LedgerEntry> list() {
    List<LedgerEntry> all = new ArrayList<>();
    jdbc.sql("select station, evse, document from ledger_entry order by station, evse")
        .query(row -> {
          try {
            all.add(LedgerJson.read(row.getString("document")));
          } catch (IllegalArgumentException e) {
            LOG.warn(
                "The ledger of {}/{} is not used: {}",
                row.getString("station"),
                row.getInt("evse"),
                e.getMessage());
          }
        });
    return all;
  }
}
