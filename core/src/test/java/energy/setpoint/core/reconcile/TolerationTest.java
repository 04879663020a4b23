package energy.setpoint.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.quantity.Current;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A device that accepted a pause and goes on drawing 6 A. */
class TolerationTest {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
  private static final Instant END = NOON.plusSeconds(120);
  private static final Current SIX = Current.ofAmps(6);

  private final DeviceLedger ledger = new DeviceLedger(Current.ofAmps(32), () -> 0);
  private final DeviceLedger.Lease pause = new DeviceLedger.Lease(Allowance.NOTHING, END);

  @BeforeEach
  void pauseADeviceThatCannot() {
    ledger.confirmFallback(Current.ZERO);
    ledger.sending(pause);
    ledger.accepted(pause, NOON, Duration.ZERO);
    ledger.tolerate(SIX, END);
  }

  @Test
  void isBudgetedAtWhatItMayDraw() {
    assertThat(ledger.mayDraw(NOON.plusSeconds(10))).isEqualTo(SIX);
    assertThat(ledger.beyondControl(NOON.plusSeconds(10))).isEqualTo(SIX);
  }

  @Test
  void hasConfirmedThePauseSoThatItIsNotSentAgainAndAgain() {
    assertThat(ledger.findConfirmed(NOON.plusSeconds(10))).hasValue(pause);
  }

  @Test
  void isNotAccusedOfWhatItCannotHelp() {
    HeldLimit held = ledger.reported(Current.ofAmps(1), Current.ZERO, NOON.plusSeconds(10));
    ledger.observed(
        SIX, Current.ZERO, NOON.plusSeconds(11), NOON.plusSeconds(11), NOON.plusSeconds(100));

    assertThat(held.verdict()).isNotEqualTo(HeldLimit.Verdict.HOLDS_MORE);
    assertThat(ledger.findDisobedience(NOON.plusSeconds(12))).isEmpty();
  }

  @Test
  void countsWithNothingOnceItsLeaseHasFaded() {
    assertThat(ledger.mayDraw(END.plusSeconds(71))).isEqualTo(Current.ZERO);
  }

  @Test
  void isHeldToItsNextLimitWhenThatCanBeFollowed() {
    var ten =
        new DeviceLedger.Lease(
            new Allowance(Current.ofAmps(10), Current.ZERO), END.plusSeconds(60));

    ledger.sending(ten);
    ledger.accepted(ten, NOON.plusSeconds(30), Duration.ZERO);

    assertThat(ledger.beyondControl(NOON.plusSeconds(31))).isEqualTo(Current.ZERO);
  }
}
