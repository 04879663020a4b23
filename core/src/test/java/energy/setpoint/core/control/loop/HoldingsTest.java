package energy.setpoint.core.control.loop;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.control.LedgerView;
import energy.setpoint.core.control.QuestionCounters.Outcome;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.port.ReportedSchedule;
import energy.setpoint.core.port.ScheduleAnswer;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the loop makes of what stations say that they hold. */
class HoldingsTest {

  private static final EvseRef S1 = EvseRef.of("s1", 1);

  private final FakeDepot depot = new FakeDepot(60, 2, 6);

  @Test
  void asksOnceAfterTheFirstConfirmationAndThenAtASlowBeat() {
    charge();
    int early = depot.asked.size();

    depot.run(Duration.ofMinutes(20));

    assertThat(early).isEqualTo(1);
    assertThat(depot.asked).hasSizeBetween(2, 4);
    assertThat(count(Outcome.AGREES)).isEqualTo(depot.asked.size());
    assertThat(depot.reviewed).isEmpty();
  }

  @Test
  void tellsAStationAgainThatHoldsMoreAndSaysSoUntilItAgrees() {
    depot.schedules.put(S1, reporting(31, depot.now));
    charge();
    var lying = ledger();
    long told = told();
    depot.run(Duration.ofMinutes(2));
    var stillLying = told();
    depot.schedules.clear();
    depot.run(Duration.ofMinutes(3));

    assertThat(lying.disobedience()).map(Disobedience::kind).contains(Disobedience.Kind.HOLDS_MORE);
    assertThat(lying.mayDraw()).isGreaterThanOrEqualTo(Current.ofAmps(31));
    assertThat(stillLying).isGreaterThan(told);
    assertThat(ledger().disobedience()).isEmpty();
    assertThat(alerts()).doesNotContain("holds more");
    assertThat(depot.reviewed).as("its profiles").contains(new StationId("s1"));
  }

  @Test
  void believesNoAnswerOfAStationWhoseClockIsFarOff() {
    depot.schedules.put(S1, reporting(31, depot.now.minus(Duration.ofHours(5))));

    charge();

    assertThat(count(Outcome.SENSELESS)).isPositive();
    assertThat(ledger().counts().senseless()).isPositive();
    assertThat(ledger().disobedience()).isEmpty();
  }

  @Test
  void goesOnWithoutAnswers() {
    depot.schedules.put(S1, new ScheduleAnswer.Unanswered("timed out"));

    charge();

    assertThat(count(Outcome.UNANSWERED)).isEqualTo(1);
    assertThat(depot.drawnBy("s1")).isGreaterThan(20);
  }

  @Test
  void stillKnowsAfterARestartWhoDoesNotAnswerAndSinceWhen() {
    charge();
    depot.silent.add(new StationId("s1"));
    depot.run(Duration.ofMinutes(5));
    var before = ledger().disobedience();

    depot.restartEngine();
    depot.controller.tick();

    assertThat(before).map(Disobedience::kind).contains(Disobedience.Kind.SILENT);
    assertThat(ledger().disobedience())
        .map(Disobedience::since)
        .isEqualTo(before.map(Disobedience::since));
    assertThat(alerts()).contains("s1/1 does not answer to its limits");
  }

  private void charge() {
    depot.connectAll();
    depot.plugIn("s1", 32);
    depot.run(Duration.ofMinutes(1));
  }

  /** Every answer says the same, whenever it is asked for; its clock stands still. */
  private static ScheduleAnswer reporting(double amps, Instant start) {
    return new ScheduleAnswer.Reported(
        new ReportedSchedule(
            start,
            List.of(new ReportedSchedule.Step(Duration.ZERO, Current.ofAmps(amps), Current.ZERO))));
  }

  private LedgerView ledger() {
    return depot.controller.snapshot().orElseThrow().ledgers().getFirst();
  }

  private long told() {
    return depot.sent.stream().filter(CapPower.class::isInstance).count();
  }

  private long count(Outcome outcome) {
    return depot.controller.counters().questions().of(outcome);
  }

  private String alerts() {
    return String.join("\n", depot.controller.snapshot().orElseThrow().alerts());
  }
}
