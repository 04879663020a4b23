package energy.setpoint.app.storage.jdbc;

import energy.setpoint.app.price.MarketPrices;
import energy.setpoint.app.price.PriceStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of market prices. */
public final class PriceTable implements PriceStore {

  private final JdbcClient jdbc;

  public PriceTable(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  /** In one statement, so that a reader finds all of an answer or nothing of it. */
  @Override
  public void save(String source, MarketPrices prices, Instant forgetBefore, Instant at) {
    jdbc.sql(
            """
            insert into market_price (source, starts_at, per_kwh, told_at)
            select :source, t.starts_at, t.per_kwh, :at
            from unnest(cast(:starts as timestamptz[]), cast(:prices as float8[]))
              as t(starts_at, per_kwh)
            on conflict (source, starts_at)
              do update set per_kwh = excluded.per_kwh, told_at = excluded.told_at
            """)
        .param("source", source)
        .param("at", Columns.time(at))
        .param("starts", starts(prices))
        .param("prices", prices.perKwh().values().toArray(Double[]::new))
        .update();
    jdbc.sql("delete from market_price where source = :source and starts_at < :edge")
        .param("source", source)
        .param("edge", Columns.time(forgetBefore))
        .update();
  }

  private static String[] starts(MarketPrices prices) {
    return prices.perKwh().keySet().stream().map(Instant::toString).toArray(String[]::new);
  }

  @Override
  public Optional<Kept> find(String source, Instant from) {
    NavigableMap<Instant, Double> perKwh = new TreeMap<>();
    Optional<Instant> at =
        jdbc.sql("select max(told_at) from market_price where source = :source")
            .param("source", source)
            .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
            .single()
            .map(OffsetDateTime::toInstant);
    jdbc.sql(
            """
            select starts_at, per_kwh from market_price
            where source = :source and starts_at >= :start
            """)
        .param("source", source)
        .param("start", Columns.time(from))
        .query(row -> {
          perKwh.put(Columns.instant(row, "starts_at"), row.getDouble("per_kwh"));
        });
    return at.map(told -> new Kept(new MarketPrices(perKwh), told));
  }
}
