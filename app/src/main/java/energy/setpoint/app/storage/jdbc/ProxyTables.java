package energy.setpoint.app.storage.jdbc;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.proxy.outage.KeptMessage;
import energy.setpoint.ocpp.proxy.outage.KeptProfile;
import energy.setpoint.ocpp.proxy.outage.ProxyStore;
import energy.setpoint.ocpp.proxy.outage.TransactionAlias;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables of the proxy. Each write is a transaction of its own, done when its stage completes;
 * the work of one station always goes to the same thread, which keeps its order.
 */
public final class ProxyTables implements ProxyStore, AutoCloseable {

  private static final int THREADS = 2;
  private static final long FLUSH_SECONDS = 5;

  private final JdbcClient jdbc;
  private final List<ExecutorService> threads =
      IntStream.range(0, THREADS)
          .mapToObj(it ->
              Executors.newSingleThreadExecutor(
                  Thread.ofPlatform().name("proxy-store-" + it).daemon().factory()))
          .toList();

  public ProxyTables(DataSource dataSource) {
    jdbc = JdbcClient.create(dataSource);
  }

  @Override
  public CompletionStage<Kept> load(StationId station) {
    return inOrder(station, () -> new Kept(messages(station), aliases(station), profiles(station)));
  }

  private List<KeptMessage> messages(StationId station) {
    return jdbc.sql("select * from proxy_message where station = :station order by number")
        .param("station", station.value())
        .query((row, _) ->
            new KeptMessage(
                row.getLong("number"),
                row.getBoolean("intermediate"),
                row.getString("message"),
                row.getString("answer")))
        .list();
  }

  private List<TransactionAlias> aliases(StationId station) {
    return jdbc.sql("select * from proxy_transaction_alias where station = :station order by seq")
        .param("station", station.value())
        .query((row, _) -> new TransactionAlias(row.getInt("local_id"), row.getInt("csms_id")))
        .list();
  }

  private List<KeptProfile> profiles(StationId station) {
    return jdbc.sql("select * from proxy_csms_profile where station = :station order by seq")
        .param("station", station.value())
        .query((row, _) ->
            new KeptProfile(
                row.getInt("profile_id"), row.getString("request"), row.getBoolean("in_station")))
        .list();
  }

  @Override
  public CompletionStage<Void> keep(StationId station, KeptMessage message) {
    return write(
        station,
        jdbc.sql(
                """
                insert into proxy_message (station, number, intermediate, message, answer)
                values (:station, :number, :intermediate, :message, :answer)
                """)
            .param("station", station.value())
            .param("number", message.number())
            .param("intermediate", message.intermediate())
            .param("message", message.text())
            .param("answer", message.answer()));
  }

  @Override
  public CompletionStage<Void> settle(
      StationId station, long number, Optional<TransactionAlias> learned) {
    return learned
        .map(alias -> settleAndLearn(station, number, alias))
        .orElseGet(() ->
            write(
                station,
                jdbc.sql("delete from proxy_message where station = :station and number = :number")
                    .param("station", station.value())
                    .param("number", number)));
  }

  private CompletionStage<Void> settleAndLearn(
      StationId station, long number, TransactionAlias alias) {
    return write(
        station,
        jdbc.sql(
                """
                with delivered as (
                  delete from proxy_message where station = :station and number = :number)
                insert into proxy_transaction_alias (station, local_id, csms_id)
                values (:station, :local, :csms)
                on conflict (station, local_id) do update set csms_id = excluded.csms_id
                """)
            .param("station", station.value())
            .param("number", number)
            .param("local", alias.local())
            .param("csms", alias.csms()));
  }

  @Override
  public CompletionStage<Void> forget(StationId station, TransactionAlias alias) {
    return write(
        station,
        jdbc.sql(
                """
                delete from proxy_transaction_alias where station = :station and local_id = :local
                """)
            .param("station", station.value())
            .param("local", alias.local()));
  }

  @Override
  public CompletionStage<Void> saveProfile(StationId station, KeptProfile profile) {
    return write(
        station,
        jdbc.sql(
                """
                insert into proxy_csms_profile (station, profile_id, request, in_station)
                values (:station, :profile, :request, :in_station)
                on conflict (station, profile_id)
                  do update set
                    request = excluded.request, in_station = excluded.in_station, seq = default
                """)
            .param("station", station.value())
            .param("profile", profile.id())
            .param("request", profile.request())
            .param("in_station", profile.inStation()));
  }

  @Override
  public CompletionStage<Void> removeProfile(StationId station, int profileId) {
    return write(
        station,
        jdbc.sql(
                """
                delete from proxy_csms_profile where station = :station and profile_id = :profile
                """)
            .param("station", station.value())
            .param("profile", profileId));
  }

  private CompletionStage<Void> write(StationId station, JdbcClient.StatementSpec statement) {
    return inOrder(station, statement::update).thenAccept(rows -> {});
  }

  private <T> CompletionStage<T> inOrder(StationId station, Supplier<T> work) {
    int thread = Math.floorMod(station.hashCode(), THREADS);
    return CompletableFuture.supplyAsync(work, threads.get(thread));
  }

  /** Does what was asked for, for a few seconds at most. */
  @Override
  public void close() {
    threads.forEach(ExecutorService::shutdown);
    try {
      for (ExecutorService thread : threads) {
        thread.awaitTermination(FLUSH_SECONDS, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
