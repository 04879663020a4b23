package energy.setpoint.app.storage.history;

import static energy.setpoint.app.storage.Samples.NOON;
import static energy.setpoint.app.storage.Samples.cap;
import static energy.setpoint.app.storage.Samples.ceiling;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.jdbc.IntentTable;
import energy.setpoint.app.storage.jdbc.MeasurementTable;
import energy.setpoint.app.storage.jdbc.PastTable;
import energy.setpoint.app.storage.jdbc.PastTable.Kind;
import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.Measurement;
import energy.setpoint.core.port.Measurement.Quantity;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class HistoryKeeperIT {

  private static final MessageExchange EXCHANGE =
      new MessageExchange("m-1", "SetChargingProfile", "{}", "{}");
  private static final IntentOutcome ACCEPTED =
      new IntentOutcome.Accepted(List.of(EXCHANGE), List.of());
  private static final IntentOutcome REFUSED = new IntentOutcome.Refused(List.of(), "no");
  private static final IntentOutcome UNANSWERED = new IntentOutcome.Unanswered(List.of(), "late");

  private static Database database;

  private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
  private final IntentTable intents = new IntentTable(database.dataSource());
  private Instant now = NOON;
  private final HistoryKeeper keeper =
      new HistoryKeeper(new PastTable(database.dataSource()), HistorySettings.DEFAULTS, () -> now);

  @BeforeAll
  static void open() {
    database = Database.open(SharedPostgres.newDatabase());
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void empty() {
    jdbc.sql("truncate intent, message_exchange, control_slot, measurement, security_event")
        .update();
  }

  @AfterEach
  void close() {
    keeper.close();
  }

  @Test
  void deletesOldIntentsWithTheirMessagesAndKeepsTheLastOne() {
    send(cap("garage-1", 1, 32), ACCEPTED);
    send(cap("garage-1", 1, 16), ACCEPTED);
    now = NOON.plus(Duration.ofDays(91));

    keeper.tidy();

    assertThat(intents.listPossiblyInForce())
        .extracting(LoggedIntent::intent)
        .containsExactly(cap("garage-1", 1, 16));
    assertThat(rows("message_exchange")).isOne();
    assertThat(keeper.deleted(Kind.INTENTS)).isOne();
  }

  @Test
  void keepsWhatIsYoungEnough() {
    send(cap("garage-1", 1, 32), ACCEPTED);
    send(cap("garage-1", 1, 16), ACCEPTED);
    now = NOON.plus(Duration.ofDays(89));

    keeper.tidy();

    assertThat(rows("intent")).isEqualTo(2);
  }

  @Test
  void deletesFastSetpointsSooner() {
    send(adjust(-5), ACCEPTED);
    send(adjust(-6), ACCEPTED);
    send(cap("garage-1", 2, 20), ACCEPTED);
    send(cap("garage-1", 2, 16), ACCEPTED);
    now = NOON.plus(Duration.ofDays(8));

    keeper.tidy();

    assertThat(keeper.deleted(Kind.SETPOINTS)).isOne();
    assertThat(rows("intent")).isEqualTo(3);
  }

  @Test
  void deletesOldMeasurementsHoweverMany() {
    var table = new MeasurementTable(database.dataSource());
    table.record(
        IntStream.range(0, 12_000)
            .mapToObj(i -> new Measurement(NOON.plusSeconds(i), "grid", Quantity.POWER_W, i))
            .toList());
    now = NOON.plus(Duration.ofDays(1100)).plusSeconds(11_000);

    keeper.tidy();

    assertThat(keeper.deleted(Kind.MEASUREMENTS)).isEqualTo(11_000);
    assertThat(rows("measurement")).isEqualTo(1_000);
  }

  @Test
  void deletesSecurityEventsByTheTimeOfTheirArrival() {
    event("2026-11-22T12:00:00Z", "2020-01-01T00:00:00Z");
    event("2020-01-01T00:00:00Z", "2026-11-22T12:00:00Z");

    keeper.tidy();

    assertThat(jdbc.sql("select detail from security_event").query(String.class).list())
        .containsExactly("2026-11-22T12:00:00Z");
  }

  /** What a restart would find is the same before and after. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void neverTakesAwayWhatMayBeInForce(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      send(any(random), List.of(ACCEPTED, REFUSED, UNANSWERED, UNANSWERED).get(random.nextInt(4)));
      now = now.plus(Duration.ofMinutes(random.nextInt(2_000)));
    }
    List<LoggedIntent> before = intents.listPossiblyInForce();
    now = now.plus(Duration.ofDays(random.nextInt(120)));

    keeper.tidy();

    assertThat(intents.listPossiblyInForce()).isEqualTo(before);
    assertThat(keeper.deleted(Kind.INTENTS)).isPositive();
  }

  @Test
  void countsAFailureAndGoesOn() {
    send(adjust(-5), ACCEPTED);
    send(adjust(-6), ACCEPTED);
    now = NOON.plus(Duration.ofDays(2000));
    jdbc.sql("alter table measurement rename to elsewhere").update();
    try {
      keeper.tidy();
    } finally {
      jdbc.sql("alter table elsewhere rename to measurement").update();
    }

    assertThat(keeper.failures()).isOne();
    assertThat(keeper.deleted(Kind.SETPOINTS)).isOne();
  }

  private ChargingIntent any(Random random) {
    int evse = 1 + random.nextInt(2);
    return switch (random.nextInt(6)) {
      case 0 -> new SetFallback(new StationId("garage-1"), ceiling(random.nextInt(6, 10)));
      case 1 -> adjust(-random.nextInt(10));
      default -> cap("garage-1", evse, random.nextInt(6, 32), now);
    };
  }

  private AdjustSetpoint adjust(int kilowatts) {
    return new AdjustSetpoint(
        EvseRef.of("garage-1", 1),
        "tx-7",
        new Setpoint(Power.ofKilowatts(kilowatts)),
        ceiling(0),
        Interval.of(now, Duration.ofMinutes(5)));
  }

  private void send(ChargingIntent intent, IntentOutcome outcome) {
    UUID id = UUID.randomUUID();
    intents.sending(id, intent, "plan", now);
    intents.answered(id, outcome, now.plusSeconds(1));
  }

  private void event(String at, String arrived) {
    jdbc.sql(
            """
            insert into security_event (id, at, received_at, origin, type, detail)
            values (:id, cast(:at as timestamptz), cast(:arrived as timestamptz),
                    'ENGINE', 'any', :arrived)
            """)
        .param("id", UUID.randomUUID())
        .param("at", at)
        .param("arrived", arrived)
        .update();
  }

  private long rows(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }
}
