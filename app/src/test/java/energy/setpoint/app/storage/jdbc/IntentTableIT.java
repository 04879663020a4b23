package energy.setpoint.app.storage.jdbc;

import static energy.setpoint.app.storage.Samples.NOON;
import static energy.setpoint.app.storage.Samples.cap;
import static energy.setpoint.app.storage.Samples.ceiling;
import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.app.storage.Database;
import energy.setpoint.app.storage.SharedPostgres;
import energy.setpoint.app.storage.query.IntentRecord;
import energy.setpoint.app.storage.query.IntentRecord.State;
import energy.setpoint.app.storage.query.Page;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.port.MessageExchange;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IntentTableIT {

  private static final IntentOutcome ACCEPTED = new IntentOutcome.Accepted(List.of(), List.of());
  private static final IntentOutcome REFUSED = new IntentOutcome.Refused(List.of(), "no");
  private static final IntentOutcome UNANSWERED =
      new IntentOutcome.Unanswered(List.of(), "timeout");
  private static final IntentOutcome NOT_SENT = new IntentOutcome.NotSent("offline");

  private static Database database;

  private IntentTable table;
  private Instant now;

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
        .sql("truncate intent, message_exchange, control_slot")
        .update();
    table = new IntentTable(database.dataSource());
    now = NOON;
  }

  @Test
  void anEmptyLogHasNothingInForce() {
    assertThat(table.listPossiblyInForce()).isEmpty();
  }

  @Test
  void anIntentThatIsJustBeingSentMayBeInForce() {
    send(cap("garage-1", 1, 16));

    assertThat(table.listPossiblyInForce())
        .containsExactly(new LoggedIntent(cap("garage-1", 1, 16), NOON, false));
  }

  @Test
  void anAcceptedIntentIsInForce() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);

    assertThat(table.listPossiblyInForce())
        .containsExactly(new LoggedIntent(cap("garage-1", 1, 16), NOON, true));
  }

  @Test
  void anAcceptedIntentSupersedesAllThatWereSentBeforeIt() {
    answer(send(cap("garage-1", 1, 32)), ACCEPTED);
    answer(send(cap("garage-1", 1, 25)), UNANSWERED);
    send(cap("garage-1", 1, 20));
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);

    assertThat(inForce()).containsExactly("16 A accepted");
  }

  @Test
  void whatWasSentAfterTheLastAcceptedIntentAndNotAnsweredMayBeInForceToo() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    answer(send(cap("garage-1", 1, 10)), UNANSWERED);
    send(cap("garage-1", 1, 8));

    assertThat(inForce()).containsExactly("16 A accepted", "10 A perhaps", "8 A perhaps");
  }

  @Test
  void whatLeavesALimitInForceDoesNotHideIt() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    SetFallback fallback = new SetFallback(new StationId("garage-1"), ceiling(6));
    answer(send(fallback), ACCEPTED);
    answer(send(new PrioritizeCharging(EvseRef.of("garage-1", 1), "tx-7", true)), ACCEPTED);
    answer(send(new CallReserve(new StationId("garage-1"), NOON, 1)), ACCEPTED);

    assertThat(table.listPossiblyInForce())
        .extracting(LoggedIntent::intent)
        .contains(cap("garage-1", 1, 16), fallback);
  }

  @Test
  void aRefusedIntentLeavesTheEarlierOneInForce() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    answer(send(cap("garage-1", 1, 10)), REFUSED);

    assertThat(inForce()).containsExactly("16 A accepted");
  }

  @Test
  void anIntentThatWasNeverSentLeavesTheEarlierOneInForce() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    answer(send(cap("garage-1", 1, 10)), NOT_SENT);

    assertThat(inForce()).containsExactly("16 A accepted");
  }

  @Test
  void refusedAndUnsentIntentsAloneLeaveNothingInForce() {
    answer(send(cap("garage-1", 1, 16)), REFUSED);
    answer(send(cap("garage-1", 1, 10)), NOT_SENT);

    assertThat(table.listPossiblyInForce()).isEmpty();
  }

  @Test
  void anAcceptedReleaseSupersedesTheLimit() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    Release release = new Release(EvseRef.of("garage-1", 1));
    answer(send(release), ACCEPTED);

    assertThat(table.listPossiblyInForce())
        .extracting(LoggedIntent::intent)
        .containsExactly(release);
  }

  @Test
  void anUnansweredReleaseLeavesBothPossible() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    Release release = new Release(EvseRef.of("garage-1", 1));
    answer(send(release), UNANSWERED);

    assertThat(table.listPossiblyInForce())
        .extracting(LoggedIntent::intent)
        .containsExactly(cap("garage-1", 1, 16), release);
  }

  @Test
  void aSetpointAndACeilingOfOneEvseSupersedeEachOther() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    FollowSetpoint follow =
        new FollowSetpoint(
            EvseRef.of("garage-1", 1),
            "tx-7",
            new Setpoint(Power.ofWatts(-5_000)),
            ceiling(0),
            Interval.of(NOON, Duration.ofMinutes(1)));
    answer(send(follow), ACCEPTED);

    assertThat(table.listPossiblyInForce())
        .extracting(LoggedIntent::intent)
        .containsExactly(follow);
  }

  @Test
  void theFallbackOfAStationAndTheLimitsOfItsEvsesAreKeptApart() {
    SetFallback fallback = new SetFallback(new StationId("garage-1"), ceiling(6));
    answer(send(fallback), ACCEPTED);
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    answer(send(cap("garage-1", 2, 13)), UNANSWERED);
    answer(send(cap("garage-2", 1, 10)), ACCEPTED);
    answer(send(new Release(EvseRef.of("garage-2", 1))), REFUSED);

    assertThat(table.listPossiblyInForce())
        .extracting(LoggedIntent::intent)
        .containsExactly(
            fallback, cap("garage-1", 1, 16), cap("garage-1", 2, 13), cap("garage-2", 1, 10));
  }

  @Test
  void aNewFallbackThatWasNotAnsweredMayBeInForceBesideTheOldOne() {
    SetFallback six = new SetFallback(new StationId("garage-1"), ceiling(6));
    SetFallback eight = new SetFallback(new StationId("garage-1"), ceiling(8));
    answer(send(six), ACCEPTED);
    answer(send(eight), UNANSWERED);

    assertThat(table.listPossiblyInForce())
        .containsExactly(
            new LoggedIntent(six, NOON, true), new LoggedIntent(eight, NOON.plusSeconds(1), false));
  }

  @Test
  void theOrderOfSendingCountsAndNotTheOrderOfTheAnswers() {
    UUID first = send(cap("garage-1", 1, 16));
    UUID second = send(cap("garage-1", 1, 10));
    answer(second, ACCEPTED);
    answer(first, ACCEPTED);

    assertThat(inForce()).containsExactly("10 A accepted");
  }

  @Test
  void aLateAnswerSettlesWhatCountedAsUnanswered() {
    answer(send(cap("garage-1", 1, 16)), ACCEPTED);
    UUID late = send(cap("garage-1", 1, 10));
    answer(late, UNANSWERED);
    answer(late, ACCEPTED);

    assertThat(inForce()).containsExactly("10 A accepted");
  }

  @Test
  void timesThatJumpBackDoNotMatter() {
    now = NOON.plus(Duration.ofDays(30));
    answer(send(cap("garage-1", 1, 16, now)), ACCEPTED);
    now = NOON;
    answer(send(cap("garage-1", 1, 10, now)), UNANSWERED);

    assertThat(inForce()).containsExactly("16 A accepted", "10 A perhaps");
  }

  @Test
  void unansweredIntentsWhoseLeaseIsLongOverAreLeftOutUnlikeAcceptedOnes() {
    answer(send(cap("garage-1", 1, 16, now)), ACCEPTED);
    answer(send(cap("garage-1", 1, 32, now)), UNANSWERED);
    now = NOON.plus(Duration.ofDays(2));
    answer(send(cap("garage-1", 1, 10, now)), UNANSWERED);

    assertThat(inForce()).containsExactly("16 A accepted", "10 A perhaps");
  }

  @Test
  void sayingTheSameTwiceChangesNothing() {
    UUID id = UUID.randomUUID();
    var exchange = new MessageExchange("m-1", "SetChargingProfile", "{}", "{}");
    var outcome = new IntentOutcome.Accepted(List.of(exchange), List.of());
    for (int i = 0; i < 2; i++) {
      table.sending(id, cap("garage-1", 1, 16), "plan", NOON);
      table.answered(id, outcome, NOON);
    }

    assertThat(newest()).hasSize(1);
    assertThat(newest().getFirst().why()).isEqualTo("plan");
    assertThat(newest().getFirst().exchanges()).containsExactly(exchange);
  }

  @Test
  void anAnswerToAnUnknownIntentIsNoError() {
    table.answered(UUID.randomUUID(), ACCEPTED, NOON);

    assertThat(newest()).isEmpty();
  }

  @Test
  void givesBackEveryMessageOfEveryOutcome() {
    var exchanges =
        List.of(
            new MessageExchange("m-1", "ClearChargingProfile", "{\"id\":1}", "not JSON \0 at all"),
            new MessageExchange("m-2", "SetChargingProfile", "{\"id\":2}", ""));
    UUID accepted = send(cap("garage-1", 1, 16));
    answer(accepted, new IntentOutcome.Accepted(exchanges, List.of("no decimals", "one phase")));
    UUID refused = send(cap("garage-1", 1, 10));
    answer(refused, new IntentOutcome.Refused(exchanges.subList(1, 2), "Rejected"));
    send(cap("garage-1", 1, 8));

    var records = newest();

    assertThat(records)
        .extracting(IntentRecord::state)
        .containsExactly(State.SENDING, State.REFUSED, State.ACCEPTED);
    assertThat(records.get(0).answeredAt()).isEmpty();
    assertThat(records.get(1).reason()).contains("Rejected");
    assertThat(records.get(1).exchanges()).containsExactly(exchanges.get(1));
    assertThat(records.get(2).id()).isEqualTo(accepted);
    assertThat(records.get(2).losses()).containsExactly("no decimals", "one phase");
    assertThat(records.get(2).exchanges())
        .containsExactly(
            new MessageExchange(
                "m-1", "ClearChargingProfile", "{\"id\":1}", "not JSON \uFFFD at all"),
            exchanges.get(1));
  }

  private UUID send(ChargingIntent intent) {
    UUID id = UUID.randomUUID();
    table.sending(id, intent, "plan", now);
    now = now.plusSeconds(1);
    return id;
  }

  private void answer(UUID id, IntentOutcome outcome) {
    table.answered(id, outcome, now);
  }

  private List<IntentRecord> newest() {
    return new IntentReader(database.dataSource())
        .listNewest(new StationId("garage-1"), Page.first(10));
  }

  /** Only for logs of {@code CapPower}. */
  private List<String> inForce() {
    return table.listPossiblyInForce().stream()
        .map(logged -> {
          var cap = (CapPower) logged.intent();
          return Math.round(cap.ceiling().perPhase().amps())
              + (logged.accepted() ? " A accepted" : " A perhaps");
        })
        .toList();
  }
}
