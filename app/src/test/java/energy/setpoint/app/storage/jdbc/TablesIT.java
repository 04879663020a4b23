package energy.setpoint.app.storage.jdbc;

import static energy.setpoint.app.storage.Samples.DEPOT;
import static energy.setpoint.app.storage.Samples.NOON;
import static energy.setpoint.app.storage.Samples.bareSession;
import static energy.setpoint.app.storage.Samples.plan;
import static energy.setpoint.app.storage.Samples.sample;
import static energy.setpoint.app.storage.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.query.MeasurementBucket;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.PlanSummary;
import energy.setpoint.core.plan.PlanId;
import energy.setpoint.core.plan.SolveReport;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.core.site.SiteId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TablesIT {

  private static Database database;

  private final SessionTable sessions = new SessionTable(database.dataSource());
  private final PlanTable plans = new PlanTable(database.dataSource());
  private final MeasurementTable measurements = new MeasurementTable(database.dataSource());

  @BeforeAll
  static void open() {
    database = Database.open(SharedPostgres.newDatabase());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void empty() {
    JdbcClient.create(database.dataSource())
        .sql("truncate charging_session, plan, measurement")
        .update();
  }

  @Test
  void givesBackASessionAsItWasSaved() {
    sessions.save(session("s-1"));
    sessions.save(bareSession("s-2"));

    assertThat(sessions.find(new SessionId("s-1"))).contains(session("s-1"));
    assertThat(sessions.find(new SessionId("s-2"))).contains(bareSession("s-2"));
    assertThat(sessions.find(new SessionId("s-3"))).isEmpty();
  }

  @Test
  void keepsTheNewestStateOfASession() {
    sessions.save(bareSession("s-1"));
    sessions.save(session("s-1"));

    assertThat(sessions.listNewest(Page.first(10))).containsExactly(session("s-1"));
  }

  @Test
  void listsOpenSessionsOldestFirstAndEndedOnesNot() {
    sessions.save(session("later"));
    sessions.save(bareSession("earlier"));
    sessions.save(bareSession("ended").withEnd(NOON));

    assertThat(sessions.listOpen()).containsExactly(bareSession("earlier"), session("later"));
  }

  @Test
  void listsSessionsInPagesNewestFirst() {
    sessions.save(bareSession("earlier").withEnd(NOON));
    sessions.save(session("later"));

    assertThat(sessions.listNewest(new Page(1, 0))).containsExactly(session("later"));
    assertThat(sessions.listNewest(new Page(1, 1)))
        .containsExactly(bareSession("earlier").withEnd(NOON));
    assertThat(sessions.listNewest(new Page(1, 2))).isEmpty();
  }

  @Test
  void givesBackAPlanToTheLastBit() {
    plans.save(plan("p-1"));

    assertThat(plans.find(new PlanId("p-1"))).contains(plan("p-1"));
    assertThat(plans.find(new PlanId("p-2"))).isEmpty();
  }

  @Test
  void theLatestPlanIsTheOneThatWasMadeLast() {
    plans.save(plan("p-1"));
    plans.save(plan("p-2"));
    plans.save(plan("p-1"));

    assertThat(plans.findLatest(DEPOT)).contains(plan("p-2"));
    assertThat(plans.findLatest(new SiteId("elsewhere"))).isEmpty();
    assertThat(plans.listNewest(DEPOT, Page.first(5)))
        .extracting(summary -> summary.id().value())
        .containsExactly("p-2", "p-1");
    assertThat(plans.listNewest(DEPOT, Page.first(1)))
        .containsExactly(
            new PlanSummary(
                new PlanId("p-2"),
                DEPOT,
                NOON,
                plan("p-2").cost().total(),
                1,
                "GLOP",
                SolveReport.Status.FEASIBLE));
  }

  @Test
  void givesBackMeasurementsOfOneSourceQuantityAndWindow() {
    Measurement soc = new Measurement(NOON, "meter", Quantity.SOC_PERCENT, 50);
    measurements.record(
        List.of(sample("meter", 2, 3.5), sample("meter", 0, -1.25), sample("pv", 1, 9), soc));
    measurements.record(List.of(sample("meter", 10, 7)));

    assertThat(
            measurements.list(
                "meter",
                Quantity.POWER_W,
                Interval.of(NOON, Duration.ofSeconds(10)),
                Page.first(9)))
        .containsExactly(sample("meter", 0, -1.25), sample("meter", 2, 3.5));
  }

  @Test
  void ofTwoMeasurementsAtTheSameMomentTheLastCounts() {
    measurements.record(List.of(sample("meter", 0, 1), sample("meter", 0, 2)));
    measurements.record(List.of(sample("meter", 0, 3)));

    assertThat(
            measurements.list(
                "meter", Quantity.POWER_W, Interval.of(NOON, Duration.ofSeconds(1)), Page.first(9)))
        .containsExactly(sample("meter", 0, 3));
  }

  @Test
  void sumsMeasurementsUpInBucketsFromTheStartOfTheWindow() {
    measurements.record(
        List.of(
            sample("meter", 0, 10),
            sample("meter", 9, 20),
            sample("meter", 10, 5),
            sample("meter", 35, 1)));

    assertThat(
            measurements.listBuckets(
                "meter",
                Quantity.POWER_W,
                Interval.of(NOON, Duration.ofMinutes(1)),
                Duration.ofSeconds(10)))
        .containsExactly(
            new MeasurementBucket(NOON, 15, 10, 20, 2),
            new MeasurementBucket(NOON.plusSeconds(10), 5, 5, 5, 1),
            new MeasurementBucket(NOON.plusSeconds(30), 1, 1, 1, 1));
  }

  @Test
  void takesALargeBatch() {
    List<Measurement> batch = new ArrayList<>();
    for (int second = 0; second < 20_000; second++) {
      batch.add(sample("meter", second, second));
    }

    measurements.record(batch);

    assertThat(
            measurements.listBuckets(
                "meter",
                Quantity.POWER_W,
                Interval.of(NOON, Duration.ofDays(1)),
                Duration.ofDays(1)))
        .containsExactly(new MeasurementBucket(NOON, 9_999.5, 0, 19_999, 20_000));
  }

  @Test
  void transactionIdsNeverRepeatNotEvenAfterARestart() {
    Set<Integer> ids = new HashSet<>();
    for (int restart = 0; restart < 3; restart++) {
      var transactionIds = TransactionIdBlocks.in(database.dataSource());
      for (int i = 0; i < 250; i++) {
        assertThat(ids.add(transactionIds.next())).isTrue();
      }
    }
    assertThat(ids).allMatch(id -> id > 0);
  }
}
