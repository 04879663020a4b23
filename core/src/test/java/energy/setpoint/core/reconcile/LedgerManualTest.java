package energy.setpoint.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.DeviceLedger.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code docs/ocpp/ledger.md} says that is assumed of a device, line by line. */
class LedgerManualTest {

  private static final Path MANUAL = Path.of("../docs/ocpp/ledger.md");
  private static final Duration SETTLE = Duration.ofSeconds(10);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Instant START = Instant.parse("2026-01-05T18:00:00Z");

  /** An EVSE of 32 A with a fallback of 6 A, and what has happened to it. */
  private static final class Story {
    final DeviceLedger ledger = new DeviceLedger(amps(32), () -> 0);
    Instant now = START;

    static Story withFallback() {
      Story story = new Story();
      story.ledger.confirmFallback(amps(6));
      return story;
    }

    static Story holding(double amps) {
      Story story = withFallback();
      story.confirm(amps);
      story.pass(SETTLE);
      return story;
    }

    Lease send(double amps) {
      Lease lease = new Lease(new Allowance(amps(amps), Current.ZERO), now.plus(LEASE));
      ledger.sending(lease);
      return lease;
    }

    void confirm(double amps) {
      ledger.accepted(send(amps), now, SETTLE);
    }

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    void measure(double amps) {
      ledger.observed(amps(amps), Current.ZERO, now, now, now.plusSeconds(90));
    }
  }

  private record Row(String situation, Story story) {

    static Row of(String situation, Story story, Consumer<Story> then) {
      then.accept(story);
      return new Row(situation, story);
    }

    String line() {
      return "| %s | %s |".formatted(situation, story.ledger.mayDraw(story.now));
    }

    @Override
    public String toString() {
      return situation;
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        Row.of("nothing is known of it", new Story(), s -> {}),
        Row.of(
            "its fallback was confirmed this very moment",
            new Story(),
            s -> s.ledger.confirmFallback(amps(6), s.now, SETTLE)),
        Row.of("its fallback was confirmed 10 s ago", Story.withFallback(), s -> {}),
        Row.of("16 A confirmed", Story.holding(16), s -> {}),
        Row.of("16 A confirmed, 10 A sent, no answer yet", Story.holding(16), s -> s.send(10)),
        Row.of("16 A confirmed, 20 A sent, no answer yet", Story.holding(16), s -> s.send(20)),
        Row.of(
            "16 A confirmed, 10 A refused",
            Story.holding(16),
            s -> s.ledger.refused(s.send(10), "Rejected", s.now)),
        Row.of(
            "16 A confirmed, 20 A refused",
            Story.holding(16),
            s -> s.ledger.refused(s.send(20), "Rejected", s.now)),
        Row.of(
            "16 A confirmed, 20 A timed out",
            Story.holding(16),
            s -> {
              s.send(20);
              s.ledger.unanswered("timed out", s.now);
            }),
        Row.of(
            "16 A confirmed, 10 A confirmed this very moment",
            Story.holding(16),
            s -> s.confirm(10)),
        Row.of(
            "16 A confirmed, 10 A confirmed 10 s ago",
            Story.holding(16),
            s -> {
              s.confirm(10);
              s.pass(SETTLE);
            }),
        Row.of("16 A confirmed, 24 A measured", Story.holding(16), s -> s.measure(24)),
        Row.of("16 A confirmed, 0 A measured", Story.holding(16), s -> s.measure(0)),
        Row.of(
            "16 A confirmed, 24 A reported",
            Story.holding(16),
            s -> s.ledger.reported(amps(24), Current.ZERO, s.now)),
        Row.of(
            "16 A confirmed, 24 A reported, 16 A confirmed again",
            Story.holding(16),
            s -> {
              s.ledger.reported(amps(24), Current.ZERO, s.now);
              s.confirm(16);
              s.pass(SETTLE);
            }),
        Row.of(
            "16 A confirmed, 16.8 A reported",
            Story.holding(16),
            s -> s.ledger.reported(amps(16.8), Current.ZERO, s.now)),
        Row.of(
            "16 A confirmed, 8 A reported",
            Story.holding(16),
            s -> s.ledger.reported(amps(8), Current.ZERO, s.now)),
        Row.of(
            "16 A confirmed, the lease ended 69 s ago",
            Story.holding(16),
            s -> s.pass(LEASE.plusSeconds(69).minus(SETTLE))),
        Row.of(
            "16 A confirmed, the lease ended 70 s ago",
            Story.holding(16),
            s -> s.pass(LEASE.plusSeconds(70).minus(SETTLE))),
        Row.of(
            "16 A confirmed, the transaction ended this very moment",
            Story.holding(16),
            s -> s.ledger.clear(s.now, SETTLE)),
        Row.of(
            "16 A confirmed, the transaction ended 10 s ago",
            Story.holding(16),
            s -> {
              s.ledger.clear(s.now, SETTLE);
              s.pass(SETTLE);
            }),
        Row.of(
            "16 A confirmed, the station started anew",
            Story.holding(16),
            s -> s.ledger.forgetFallback()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void saysWhatIsAssumed(Row row) throws IOException {
    String manual = Files.readString(MANUAL);

    String line = row.line();

    assertThat(manual).contains(line);
  }

  private static Current amps(double amps) {
    return Current.ofAmps(amps);
  }
}
