package energy.setpoint.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.DeviceLedger.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceLedgerTest {

  private static final Duration SETTLE = Duration.ofSeconds(10);

  private final DeviceLedger ledger = new DeviceLedger(amps(32), () -> 0);
  private Instant now = Instant.parse("2026-01-05T18:00:00Z");

  @Test
  void countsWhatADeviceMightHaveDrawnUntilAVehicleHasFollowedTheFallback() {
    ledger.confirmFallback(amps(6), now, SETTLE);

    var atOnce = ledger.mayDraw(now);
    pass(SETTLE);
    var settled = ledger.mayDraw(now);

    assertThat(atOnce).isEqualTo(amps(32));
    assertThat(settled).isEqualTo(amps(6));
  }

  @Test
  void ignoresTheConfirmationOfALeaseWhoseTransactionIsOver() {
    ledger.confirmFallback(amps(6));
    Lease late = lease(20);
    ledger.sending(late);
    ledger.clear(now, SETTLE);
    ledger.demandRenewal();

    ledger.accepted(late, now, SETTLE);

    assertThat(ledger.findConfirmed(now)).isEmpty();
    assertThat(ledger.isRenewalDemanded()).isTrue();
  }

  @Test
  void doesNotBringBackALeaseThatEndedLongAgoWhenTheNextIsConfirmed() {
    ledger.confirmFallback(amps(6));
    confirm(24);
    pass(Duration.ofHours(1));

    confirm(8);

    assertThat(ledger.mayDraw(now)).isEqualTo(amps(8));
  }

  @Test
  void believesNoLateSampleThatTheVehicleHasStopped() {
    ledger.confirmFallback(amps(6));
    Instant taken = now;
    ledger.observed(amps(24), Current.ZERO, taken, now, now.plusSeconds(90));

    ledger.observed(Current.ZERO, Current.ZERO, taken.minusSeconds(20), now, now.plusSeconds(90));

    assertThat(ledger.mayDraw(now)).isEqualTo(amps(24));
  }

  @Test
  void goesOnBelievingSamplesAfterOneOfTheFutureHasEnded() {
    ledger.confirmFallback(amps(6));
    ledger.observed(amps(6), Current.ZERO, now.plusSeconds(3600), now, now.plusSeconds(90));
    Instant later = now.plusSeconds(120);

    ledger.observed(amps(24), Current.ZERO, later, later, later.plusSeconds(90));

    assertThat(ledger.mayDraw(later.plusSeconds(1))).isEqualTo(amps(24));
  }

  @Test
  void budgetsADeviceAtWhatItReportsAndTellsItAgain() {
    ledger.confirmFallback(amps(6));
    confirm(10);

    ledger.reported(amps(16), Current.ZERO, now);

    assertThat(ledger.mayDraw(now)).isEqualTo(amps(16));
    assertThat(ledger.beyondControl(now)).isEqualTo(amps(16));
    assertThat(ledger.isRenewalDemanded()).isTrue();
    assertThat(ledger.findDisobedience(now))
        .map(Disobedience::kind)
        .contains(Disobedience.Kind.HOLDS_MORE);
  }

  @Test
  void keepsTheBudgetOfAReportThroughTheNextConfirmationUntilAReportAgrees() {
    ledger.confirmFallback(amps(6));
    confirm(10);
    ledger.reported(amps(16), Current.ZERO, now);
    confirm(10);
    pass(SETTLE);
    var confirmedAgain = ledger.mayDraw(now);

    ledger.reported(amps(10), Current.ZERO, now);

    assertThat(confirmedAgain).isEqualTo(amps(16));
    assertThat(ledger.mayDraw(now)).isEqualTo(amps(10));
    assertThat(ledger.findDisobedience(now)).isEmpty();
  }

  @Test
  void countsWhatAStationRoundsUpWithoutBlamingIt() {
    ledger.confirmFallback(amps(6));
    confirm(10.4);

    var held = ledger.reported(amps(11), Current.ZERO, now);

    assertThat(held.verdict()).isEqualTo(HeldLimit.Verdict.AGREES);
    assertThat(ledger.mayDraw(now)).isEqualTo(amps(11));
  }

  @Test
  void neverBudgetsADeviceAtLessThanItConfirmedBecauseItReportsLess() {
    ledger.confirmFallback(amps(6));
    confirm(16);

    var held = ledger.reported(amps(8), Current.ZERO, now);

    assertThat(held.verdict()).isEqualTo(HeldLimit.Verdict.HOLDS_LESS);
    assertThat(ledger.mayDraw(now)).isEqualTo(amps(16));
    assertThat(ledger.findDisobedience(now)).isEmpty();
  }

  @Test
  void forgetsAReportOfAHigherLimitWhenALowerOneIsConfirmed() {
    ledger.confirmFallback(amps(6));
    confirm(20);
    ledger.reported(amps(20), Current.ZERO, now);

    confirm(8);
    pass(SETTLE);

    assertThat(ledger.mayDraw(now)).isEqualTo(amps(8));
  }

  @Test
  void believesNoReportBeyondTheHardware() {
    ledger.confirmFallback(amps(6));
    confirm(16);

    ledger.reported(amps(10_000), Current.ZERO, now);

    assertThat(ledger.mayDraw(now)).isEqualTo(amps(32));
  }

  @Test
  void saysSinceWhenADeviceFailsAndHowOften() {
    Instant begin = now;
    refuse("Rejected");
    pass(Duration.ofSeconds(5));
    unanswered("timed out");

    var disobedience = ledger.findDisobedience(now);

    assertThat(disobedience)
        .contains(new Disobedience(Disobedience.Kind.SILENT, "timed out", begin, 2));
    assertThat(ledger.counts()).isEqualTo(new AnswerCounts(0, 1, 1, 0, 0));
  }

  @Test
  void endsTheBlameWithTheNextConfirmation() {
    refuse("Rejected");

    confirm(10);

    assertThat(ledger.findDisobedience(now)).isEmpty();
    assertThat(ledger.isQuiet(now)).isFalse();
  }

  @Test
  void goesOnTryingOnceAMinuteForEver() {
    for (int i = 0; i < 50; i++) {
      refuse("Rejected");
    }

    var nextTry = ledger.nextTry();

    assertThat(nextTry).isEqualTo(now.plus(Duration.ofMinutes(1)));
  }

  @Test
  void doesNotTellDevicesThatFailedTogetherAgainAllAtOnce() {
    var one = new DeviceLedger(amps(32), () -> Long.MAX_VALUE);
    one.sending(lease(6));
    one.refused(lease(6), "Rejected", now);
    refuse("Rejected");

    var difference = Duration.between(ledger.nextTry(), one.nextTry());

    assertThat(difference).isPositive().isLessThanOrEqualTo(Duration.ofMillis(500));
  }

  @Test
  void stillDistrustsADeviceAfterARestart() {
    var before = new Disobedience(Disobedience.Kind.REFUSES, "Rejected", now, 7);

    ledger.resume(new AnswerCounts(1, 7, 0, 0, 0), Optional.of(before), Optional.empty());

    assertThat(ledger.findDisobedience(now)).contains(before);
    assertThat(ledger.beyondControl(now)).isEqualTo(amps(32));
  }

  private void confirm(double amps) {
    Lease lease = lease(amps);
    ledger.sending(lease);
    ledger.accepted(lease, now, SETTLE);
  }

  private void refuse(String reason) {
    Lease lease = lease(6);
    ledger.sending(lease);
    ledger.refused(lease, reason, now);
  }

  private void unanswered(String reason) {
    ledger.sending(lease(6));
    ledger.unanswered(reason, now);
  }

  private Lease lease(double amps) {
    return new Lease(new Allowance(amps(amps), Current.ZERO), now.plus(Duration.ofMinutes(5)));
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }

  private static Current amps(double amps) {
    return Current.ofAmps(amps);
  }
}
