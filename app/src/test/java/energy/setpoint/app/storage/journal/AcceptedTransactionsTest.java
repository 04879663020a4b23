package energy.setpoint.app.storage.journal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseSample;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.StateOfCharge;
import energy.setpoint.core.session.IdToken;
import energy.setpoint.core.site.EvseRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedTransactionsTest {

  private static final EvseRef EVSE = EvseRef.of("gate", 1);
  private static final Instant NOON = Instant.parse("2026-06-05T12:00:00Z");

  private static final StationEvent STARTED =
      new TransactionStarted(EVSE, NOON, "7", Optional.of(new IdToken("VAN-1")));
  private static final StationEvent MEASURED = measured(Optional.of("7"));
  private static final StationEvent ENDED =
      new TransactionEnded(EVSE, NOON.plusSeconds(3600), "7", "EVDisconnected");

  @TempDir Path folder;

  private AcceptedTransactions accepted;

  @BeforeEach
  void open() throws IOException {
    accepted = AcceptedTransactions.open(file());
  }

  @AfterEach
  void close() {
    accepted.close();
  }

  @Test
  void givesBackWhatTransactionsBeganAndEndedWith() throws IOException {
    accepted.accept(List.of(STARTED));
    accepted.accept(List.of(MEASURED, ENDED));

    try (AcceptedTransactions again = AcceptedTransactions.open(file())) {
      assertThat(again.read()).containsExactly(STARTED, MEASURED, ENDED);
    }
  }

  @Test
  void keepsNoMeterValuesByThemselves() {
    accepted.accept(List.of(MEASURED));

    assertThat(accepted.read()).isEmpty();
  }

  @Test
  void isEmptiedOnceTheLoopHasAllAndTheDatabaseToo() throws IOException {
    accepted.accept(List.of(STARTED));
    accepted.takenIn(STARTED);

    accepted.forgetStored(() -> true);

    assertThat(file()).isEmptyFile();
    assertThat(accepted.size()).isZero();
  }

  @Test
  void keepsWhatHasNotReachedTheLoop() throws IOException {
    accepted.accept(List.of(STARTED));
    accepted.accept(List.of(ENDED));
    accepted.takenIn(STARTED);

    accepted.forgetStored(() -> true);

    assertThat(accepted.read()).containsExactly(STARTED, ENDED);
  }

  @Test
  void keepsWhatTheDatabaseDoesNotAnswerFor() {
    accepted.accept(List.of(STARTED));
    accepted.takenIn(STARTED);

    accepted.forgetStored(() -> false);

    assertThat(accepted.read()).containsExactly(STARTED);
  }

  @Test
  void keepsWhatComesWhileItWaitsForTheDatabase() {
    accepted.accept(List.of(STARTED));
    accepted.takenIn(STARTED);

    accepted.forgetStored(() -> {
      accepted.accept(List.of(ENDED));
      return true;
    });

    assertThat(accepted.read()).containsExactly(STARTED, ENDED);
  }

  @Test
  void leavesOutALineThatWasTornWhenTheMachineLostPower() throws IOException {
    accepted.accept(List.of(STARTED));
    Files.writeString(file(), "{\"v\": 1, \"kind\": \"en", StandardOpenOption.APPEND);

    assertThat(accepted.read()).containsExactly(STARTED);
    assertThat(accepted.failures()).isEqualTo(1);
  }

  private Path file() {
    return folder.resolve("accepted.jsonl");
  }

  private static StationEvent measured(Optional<String> transactionId) {
    return new EvseMeasured(
        EVSE,
        NOON.plusSeconds(3599),
        transactionId,
        new EvseSample(
            Optional.empty(),
            List.of(),
            Optional.of(Energy.ofWattHours(12_345)),
            Optional.empty(),
            Optional.of(new StateOfCharge(0.8))));
  }
}
