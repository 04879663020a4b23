package energy.setpoint.app.storage.behind;

import static energy.setpoint.app.storage.Samples.NOON;
import static energy.setpoint.app.storage.Samples.bareSession;
import static energy.setpoint.app.storage.Samples.cap;
import static energy.setpoint.app.storage.Samples.plan;
import static energy.setpoint.app.storage.Samples.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.ChargingSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WriteBehindTest {

  private static final WriteLimits LIMITS =
      new WriteLimits(
          10, 3, 20, Duration.ofSeconds(20), Duration.ofMillis(1), Duration.ofMillis(5));

  private final FakeTables database = new FakeTables();
  private WriteBehind writeBehind = WriteBehind.start(database.tables(), LIMITS);

  @AfterEach
  void close() {
    database.silenceEnds.countDown();
    writeBehind.close(Duration.ofMillis(200));
  }

  @Test
  void aSavedSessionIsInTheDatabaseWhenSavingReturns() {
    writeBehind.sessions().save(bareSession("a"));

    assertThat(database.rows).containsExactly("session a 0");
  }

  @Test
  void anIntentIsInTheDatabaseBeforeItIsSent() {
    writeBehind.intents().sending(id(1), cap("s", 1, 6), "plan", NOON);

    assertThat(database.rows).containsExactly("sending 1");
  }

  @Test
  void nothingFailsWhileTheDatabaseIsAwayAndEverythingFollowsInOrder() {
    takeAway();
    writeBehind.sessions().save(bareSession("a"));
    writeBehind.intents().sending(id(1), cap("s", 1, 6), "plan", NOON);
    writeBehind.intents().answered(id(1), new IntentOutcome.NotSent("offline"), NOON);
    writeBehind.intents().sending(id(2), cap("s", 1, 7), "plan", NOON);
    writeBehind.plans().save(plan("p"));
    writeBehind.measurements().record(List.of(sample("m", 1, 1), sample("m", 2, 2)));
    assertThat(writeBehind.figures().databaseAnswers()).isFalse();

    database.away = false;

    awaitEmpty();
    assertThat(database.rows)
        .containsExactly(
            "session a 0",
            "sending 1",
            "answered 1",
            "sending 2",
            "plan notices",
            "plan p",
            "sample 1",
            "sample 2");
    assertThat(writeBehind.figures().dropped()).isZero();
    assertThat(writeBehind.figures().databaseAnswers()).isTrue();
    assertThat(writeBehind.figures().failures()).isPositive();
  }

  @Test
  void nobodyWaitsForADatabaseThatIsKnownToBeAway() {
    takeAway();

    assertThat(
            IntStream.rangeClosed(1, 9)
                .peek(i -> writeBehind.intents().sending(id(i), cap("s", 1, 6), "plan", NOON)))
        .as("each would take 20 s of patience, and the test has 30 s")
        .hasSize(9);
  }

  @Test
  void onlyTheFirstWaitsForADatabaseThatHasGoneSilent() {
    writeBehind.close();
    var impatient =
        new WriteLimits(
            100, 3, 20, Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(5));
    writeBehind = WriteBehind.start(database.tables(), impatient);
    database.silent = true;

    writeBehind.sessions().save(bareSession("a"));
    assertThat(writeBehind.figures().databaseAnswers()).isFalse();
    assertThat(writeBehind.figures().queuedEssentials()).isEqualTo(1);

    database.silenceEnds.countDown();
    awaitEmpty();
    assertThat(database.rows).containsExactly("session a 0");
    assertThat(writeBehind.figures().databaseAnswers()).isTrue();
  }

  @Test
  void tooManyMeasurementsDropTheOldestAndNothingElse() {
    takeAway();
    writeBehind.sessions().save(bareSession("a"));
    for (int i = 1; i <= 25; i++) {
      writeBehind.measurements().record(List.of(sample("m", i, i)));
    }
    writeBehind.plans().save(plan("p"));
    assertThat(writeBehind.figures().droppedMeasurements()).isEqualTo(5);

    database.away = false;

    awaitEmpty();
    assertThat(database.rows).contains("session a 0", "plan p", "sample 6", "sample 25");
    assertThat(database.rows).doesNotContain("sample 5").hasSize(1 + 1 + 1 + 20);
    assertThat(writeBehind.figures().dropped()).isEqualTo(5);
  }

  @Test
  void tooManyIntentsDropTheOldestButNeverASession() {
    takeAway();
    writeBehind.sessions().save(bareSession("a"));
    for (int i = 1; i <= 12; i++) {
      writeBehind.intents().sending(id(i), cap("s", 1, 6), "plan", NOON);
    }
    writeBehind.sessions().save(bareSession("b"));

    database.away = false;

    awaitEmpty();
    assertThat(database.rows).contains("session a 0", "session b 0", "sending 12");
    assertThat(writeBehind.figures().droppedEssentials()).isPositive();
  }

  @Test
  void ofASessionOnlyTheNewestStateWaitsInThePlaceOfTheFirst() {
    takeAway();
    for (int i = 1; i <= 100; i++) {
      writeBehind.sessions().save(delivered(i));
      if (i == 1) {
        writeBehind.intents().sending(id(1), cap("s", 1, 6), "plan", NOON);
      }
    }
    assertThat(writeBehind.figures().queuedEssentials()).isLessThanOrEqualTo(3);

    database.away = false;

    awaitEmpty();
    assertThat(database.rows).containsExactly("session a 100", "sending 1", "plan notices");
  }

  @Test
  void aRecordThatTheDatabaseRefusesDoesNotStopTheOthers() {
    takeAway();
    database.disliked.add("sending 2");
    for (int i = 1; i <= 3; i++) {
      writeBehind.intents().sending(id(i), cap("s", 1, 6), "plan", NOON);
    }

    database.away = false;

    awaitEmpty();
    assertThat(database.rows).containsExactly("sending 1", "sending 3", "plan notices");
    assertThat(writeBehind.figures().refused()).isEqualTo(1);
  }

  @Test
  void aRefusedRecordAloneIsGivenUpToo() {
    database.disliked.add("session a 0");

    writeBehind.sessions().save(bareSession("a"));

    awaitEmpty();
    assertThat(writeBehind.figures().refused()).isEqualTo(1);
    assertThat(database.rows).isEmpty();
  }

  @Test
  void aCommitWhoseAnswerWasLostIsRepeated() {
    database.losesAnswers = true;

    writeBehind.sessions().save(bareSession("a"));

    awaitEmpty();
    assertThat(database.rows).containsExactly("session a 0", "session a 0");
  }

  @Test
  void closingWritesWhatWaits() {
    takeAway();
    for (int i = 1; i <= 20; i++) {
      writeBehind.measurements().record(List.of(sample("m", i, i)));
    }
    writeBehind.sessions().save(bareSession("a"));
    database.away = false;

    writeBehind.close();

    assertThat(database.rows).contains("session a 0", "sample 1", "sample 20");
    assertThat(writeBehind.figures().queued()).isZero();
  }

  @Test
  void closingEndsAtItsDeadlineWhenTheDatabaseStaysAway() {
    takeAway();
    writeBehind.sessions().save(bareSession("a"));

    writeBehind.close(Duration.ofMillis(50));

    assertThat(writeBehind.figures().queuedEssentials()).isPositive();
  }

  @Test
  void writingAfterClosingIsNoError() {
    writeBehind.close();

    writeBehind.sessions().save(bareSession("a"));
    writeBehind.measurements().record(List.of(sample("m", 1, 1)));

    assertThat(database.rows).isEmpty();
  }

  /** Makes the database fail, and the writer notice. */
  private void takeAway() {
    database.away = true;
    writeBehind.plans().save(plan("notices"));
    await().until(() -> !writeBehind.figures().databaseAnswers());
  }

  private void awaitEmpty() {
    await().atMost(Duration.ofSeconds(20)).until(() -> writeBehind.figures().queued() == 0);
  }

  private static ChargingSession delivered(int wattHours) {
    return bareSession("a").withDelivered(Energy.ofWattHours(wattHours), Optional.empty());
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }
}
