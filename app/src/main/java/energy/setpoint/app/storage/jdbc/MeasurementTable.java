package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.app.storage.query.MeasurementQueries;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.port.MeasurementLog;
import energy.setpoint.core.time.Interval;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of measurements. */
public final class MeasurementTable implements MeasurementLog, MeasurementQueries {

  /**
   * One statement for a whole batch, as fast as COPY here; but unlike COPY it may be repeated when
   * the answer to a commit was lost.
   */
  private static final String UPSERT =
      """
      insert into measurement (source, quantity, at, value)
      select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::float8[])
      on conflict (source, quantity, at) do update set value = excluded.value
      """;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  public MeasurementTable(DataSource dataSource) {
    template = new JdbcTemplate(dataSource);
    jdbc = JdbcClient.create(template);
  }

  /** Of several values for the same source, quantity and microsecond the last one counts. */
  @Override
  public void record(List<Measurement> measurements) {
    var rows = withoutRepetitions(measurements);
    if (!rows.isEmpty()) {
      template.update(UPSERT, statement -> fill(statement, rows));
    }
  }

  private record Key(String source, Quantity quantity, Instant at) {}

  private static SequencedCollection<Measurement> withoutRepetitions(List<Measurement> all) {
    Map<Key, Measurement> last = LinkedHashMap.newLinkedHashMap(all.size());
    for (Measurement each : all) {
      Instant at = each.at().truncatedTo(ChronoUnit.MICROS);
      last.put(new Key(each.source(), each.quantity(), at), each);
    }
    return List.copyOf(last.values());
  }

  private static void fill(PreparedStatement statement, SequencedCollection<Measurement> rows)
      throws SQLException {
    var connection = statement.getConnection();
    Object[] sources = rows.stream().map(row -> Columns.text(row.source())).toArray();
    Object[] quantities = rows.stream().map(row -> row.quantity().name()).toArray();
    Object[] times =
        rows.stream().map(row -> row.at().truncatedTo(ChronoUnit.MICROS).toString()).toArray();
    Object[] values = rows.stream().map(Measurement::value).toArray();
    statement.setArray(1, connection.createArrayOf("text", sources));
    statement.setArray(2, connection.createArrayOf("text", quantities));
    statement.setArray(3, connection.createArrayOf("timestamptz", times));
    statement.setArray(4, connection.createArrayOf("float8", values));
  }

  @Override
  public List<Measurement> list(String source, Quantity quantity, Interval window, Page page) {
    return inWindow(
            """
            select at, value from measurement
            where source = :source and quantity = :quantity and at >= :start and at < :end
            order by at limit :limit offset :offset
            """,
            source,
            quantity,
            window)
        .param("limit", page.limit())
        .param("offset", page.offset())
        .query((row, _) ->
            new Measurement(Columns.instant(row, "at"), source, quantity, row.getDouble("value")))
        .list();
  }

  @Override
  public List<MeasurementBucket> listBuckets(
      String source, Quantity quantity, Interval window, Duration bucket) {
    if (bucket.compareTo(Duration.ofMillis(1)) < 0) {
      throw new IllegalArgumentException("A bucket lasts at least 1 ms, not " + bucket + ".");
    }
    return inWindow(
            """
            select date_bin(:millis * interval '1 millisecond', at, :start) as bucket,
                   avg(value) as average, min(value) as lowest, max(value) as highest,
                   count(*) as count
            from measurement
            where source = :source and quantity = :quantity and at >= :start and at < :end
            group by bucket order by bucket
            """,
            source,
            quantity,
            window)
        .param("millis", bucket.toMillis())
        .query((row, _) ->
            new MeasurementBucket(
                Columns.instant(row, "bucket"),
                row.getDouble("average"),
                row.getDouble("lowest"),
                row.getDouble("highest"),
                row.getLong("count")))
        .list();
  }

  private JdbcClient.StatementSpec inWindow(
      String sql, String source, Quantity quantity, Interval window) {
    return jdbc.sql(sql)
        .param("source", source)
        .param("quantity", quantity.name())
        .param("start", Columns.time(window.start()))
        .param("end", Columns.time(window.end()));
  }
}
