package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.NeedJson;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.SessionQueries;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.EvseRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of charging sessions. */
public final class SessionTable implements SessionStore, SessionQueries {

  private final JdbcClient jdbc;

  public SessionTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public void save(ChargingSession session) {
    jdbc.sql(
            """
            insert into charging_session (id, station, evse, transaction_id, id_token, started,
                                          ended, meter_start_wh, delivered_wh, soc, need)
            values (:id, :station, :evse, :transaction, :idToken, :started,
                    :ended, :meterStartWh, :deliveredWh, :soc, cast(:need as jsonb))
            on conflict (id) do update
            set station = excluded.station, evse = excluded.evse,
                transaction_id = excluded.transaction_id, id_token = excluded.id_token,
                started = excluded.started, ended = excluded.ended,
                meter_start_wh = excluded.meter_start_wh,
                delivered_wh = excluded.delivered_wh, soc = excluded.soc, need = excluded.need
            """)
        .param("id", session.id().value())
        .param("station", session.evse().station().value())
        .param("evse", session.evse().number())
        .param("transaction", Columns.text(session.transactionId()))
        .param(
            "idToken",
            session.idToken().map(IdToken::value).map(Columns::text).orElse(null),
            Types.VARCHAR)
        .param("started", Columns.time(session.started()))
        .param("ended", Columns.time(session.ended()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "meterStartWh", session.meterStart().map(Energy::wattHours).orElse(null), Types.DOUBLE)
        .param("deliveredWh", session.delivered().wattHours())
        .param("soc", session.soc().map(StateOfCharge::fraction).orElse(null), Types.DOUBLE)
        .param("need", NeedJson.write(session.need()))
        .update();
  }

  @Override
  public List<ChargingSession> listOpen() {
    return jdbc.sql("select * from charging_session where ended is null order by started, id")
        .query((row, _) -> session(row))
        .list();
  }

  @Override
  public List<ChargingSession> listNewest(Page page) {
    return jdbc.sql(
            "select * from charging_session order by started desc, id limit :limit offset :offset")
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, _) -> session(row))
        .list();
  }

  @Override
  public Optional<ChargingSession> find(SessionId id) {
    return jdbc.sql("select * from charging_session where id = :id")
        .param("id", id.value())
        .query((row, _) -> session(row))
        .optional();
  }

  /** The latest session of a transaction; empty when it was never stored. */
  public Optional<ChargingSession> findLast(EvseRef evse, String transactionId) {
    return jdbc.sql(
            """
            select * from charging_session
            where station = :station and evse = :evse and transaction_id = :transaction
            order by started desc limit 1
            """)
        .param("station", evse.station().value())
        .param("evse", evse.number())
        .param("transaction", Columns.text(transactionId))
        .query((row, _) -> session(row))
        .optional();
  }

  private static ChargingSession session(ResultSet row) throws SQLException {
    return new ChargingSession(
        new SessionId(row.getString("id")),
        EvseRef.of(row.getString("station"), row.getInt("evse")),
        row.getString("transaction_id"),
        Columns.findText(row, "id_token").map(IdToken::new),
        Columns.instant(row, "started"),
        Columns.findInstant(row, "ended"),
        NeedJson.read(row.getString("need")),
        Optional.ofNullable(row.getObject("meter_start_wh", Double.class)).map(Energy::new),
        new Energy(row.getDouble("delivered_wh")),
        Optional.ofNullable(row.getObject("soc", Double.class)).map(StateOfCharge::new));
  }
}
