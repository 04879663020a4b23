package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.FactsJson;
import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.traits.Identity;
import energy.setpoint.ocpp.traits.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of what stations told about themselves. */
public final class StationTraitsTable {

  private static final Logger LOG = LoggerFactory.getLogger(StationTraitsTable.class);

  private final JdbcClient jdbc;

  public StationTraitsTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** Replaces what the station told before. */
  public void save(StationId station, Told told) {
    jdbc.sql(
            """
            insert into station_traits (station, subprotocol, vendor, model, firmware, told_at, document)
            values (:station, :subprotocol, :vendor, :model, :firmware, :toldAt,
                    cast(:document as jsonb))
            on conflict (station) do update
            set subprotocol = excluded.subprotocol, vendor = excluded.vendor,
                model = excluded.model, firmware = excluded.firmware,
                told_at = excluded.told_at, document = excluded.document
            """)
        .param("station", station.value())
        .param("subprotocol", told.subprotocol())
        .param("vendor", text(told.identity().map(Identity::vendor)), Types.VARCHAR)
        .param("model", text(told.identity().map(Identity::model)), Types.VARCHAR)
        .param("firmware", text(told.identity().map(Identity::firmware)), Types.VARCHAR)
        .param("toldAt", Columns.time(told.at()))
        .param("document", FactsJson.write(told.facts()))
        .update();
  }

  private static @Nullable String text(Optional<String> told) {
    return told.map(Columns::text).orElse(null);
  }

  /** What can be read; a station of which a newer engine wrote is asked again. */
  public Map<StationId, Told> list() {
    Map<StationId, Told> all = new LinkedHashMap<>();
    jdbc.sql("select * from station_traits order by station")
        .query(row -> {
          String station = row.getString("station");
          try {
            all.put(new StationId(station), told(row));
          } catch (IllegalArgumentException e) {
            LOG.warn("What station {} told is not used: {}", station, e.getMessage());
          }
        });
    return all;
  }

  /** Only what was told in full is kept. */
  private static Told told(ResultSet row) throws SQLException {
    Optional<String> vendor = Columns.findText(row, "vendor");
    Identity identity =
        new Identity(
            vendor.orElse(""),
            Columns.findText(row, "model").orElse(""),
            Columns.findText(row, "firmware").orElse(""));
    return new Told(
        row.getString("subprotocol"),
        vendor.map(_ -> identity),
        Columns.instant(row, "told_at"),
        true,
        FactsJson.read(row.getString("document")));
  }
}
