package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.json.IntentJson;
import energy.setpoint.app.storage.query.IntentQueries;
import energy.setpoint.app.storage.query.IntentRecord;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.site.StationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what {@link IntentTable} wrote. */
public final class IntentReader implements IntentQueries {

  private final JdbcClient jdbc;

  public IntentReader(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public List<IntentRecord> listNewest(StationId station, Page page) {
    List<IntentRecord> intents =
        jdbc.sql(
                """
                select * from intent where station = :station
                order by seq desc limit :limit offset :offset
                """)
            .param("station", station.value())
            .param("limit", page.limit())
            .param("offset", page.offset())
            .query((row, _) -> withoutExchanges(row))
            .list();
    Map<UUID, List<MessageExchange>> exchanges = exchangesOf(intents);
    return intents.stream()
        .map(intent -> with(intent, exchanges.getOrDefault(intent.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<MessageExchange>> exchangesOf(List<IntentRecord> intents) {
    Map<UUID, List<MessageExchange>> exchanges = new HashMap<>();
    if (intents.isEmpty()) {
      return exchanges;
    }
    jdbc.sql(
            """
            select * from message_exchange where intent_id in (:intents)
            order by intent_id, position
            """)
        .param("intents", intents.stream().map(IntentRecord::id).toList())
        .query(row -> {
          exchanges
              .computeIfAbsent(row.getObject("intent_id", UUID.class), _ -> new ArrayList<>())
              .add(exchange(row));
        });
    return exchanges;
  }

  private static MessageExchange exchange(ResultSet row) throws SQLException {
    return new MessageExchange(
        row.getString("message_id"),
        row.getString("action"),
        row.getString("request"),
        row.getString("response"));
  }

  private static IntentRecord withoutExchanges(ResultSet row) throws SQLException {
    return new IntentRecord(
        row.getObject("id", UUID.class),
        IntentJson.read(row.getString("document")),
        row.getString("why"),
        Columns.instant(row, "sent_at"),
        IntentRecord.State.valueOf(row.getString("state")),
        Columns.findInstant(row, "answered_at"),
        Columns.findText(row, "reason"),
        List.of((String[]) row.getArray("losses").getArray()),
        List.of());
  }

  private static IntentRecord with(IntentRecord intent, List<MessageExchange> exchanges) {
    return new IntentRecord(
        intent.id(),
        intent.intent(),
        intent.why(),
        intent.sentAt(),
        intent.state(),
        intent.answeredAt(),
        intent.reason(),
        intent.losses(),
        exchanges);
  }
}
