package energy.setpoint.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import energy.setpoint.core.guard.Limit;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.EvseRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReconcilerTest {

  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration SETTLE = Duration.ofSeconds(10);
  private static final CircuitId MAIN = new CircuitId("main");
  private static final List<Phase> ALL = List.of(Phase.values());
  private static final EvseRef A = EvseRef.of("a", 1);
  private static final EvseRef B = EvseRef.of("b", 1);

  private final Reconciler reconciler = new Reconciler(LEASE);
  private Instant now = Instant.parse("2026-01-05T18:00:00Z");

  @BeforeEach
  void bothStationsHaveConfirmedAFallbackOfSixAmps() {
    for (EvseRef evse : List.of(A, B)) {
      DeviceLedger ledger = new DeviceLedger(Current.ofAmps(32), () -> 0);
      ledger.confirmFallback(Current.ofAmps(6));
      reconciler.register(evse, ledger);
    }
  }

  @Test
  void sendsAnIncreaseOnlyAfterTheDecreaseThatPaysForItHasBeenConfirmedAndHasSettled() {
    confirm(A, 26);
    confirm(B, 6);

    var first = next(40, wish(A, 10), wish(B, 26));
    confirm(A, 10);
    var whileSettling = next(40, wish(A, 10), wish(B, 26));
    pass(SETTLE);
    var afterwards = next(40, wish(A, 10), wish(B, 26));

    assertThat(first).extracting(Reconciler.Send::point).containsExactly(A);
    assertThat(whileSettling).isEmpty();
    assertThat(afterwards).extracting(Reconciler.Send::point).containsExactly(B);
  }

  @Test
  void doesNotLetTwoIncreasesSpendTheSameRoom() {
    confirm(A, 6);
    confirm(B, 6);

    var sends = next(30, wish(A, 20), wish(B, 20));

    assertThat(sends).extracting(Reconciler.Send::point).containsExactly(A);
  }

  @Test
  void countsAnUnansweredIncreaseUntilItsLeaseEnds() {
    confirm(A, 6);
    confirm(B, 6);
    reconciler.ledger(A).sending(lease(20));
    reconciler.ledger(A).unanswered("no answer", now);

    var sends = next(30, wish(A, 6), wish(B, 20));

    assertThat(reconciler.ledger(A).mayDraw(now)).isEqualTo(Current.ofAmps(20));
    assertThat(sends).isEmpty();
  }

  @Test
  void renewsALeaseAtHalfItsTimeEvenWhenNothingChanges() {
    confirm(A, 16);

    var early = next(100, wish(A, 16));
    pass(LEASE.dividedBy(2));
    var halfway = next(100, wish(A, 16));

    assertThat(early).isEmpty();
    assertThat(halfway).hasSize(1);
    assertThat(halfway.getFirst().lease().until()).isEqualTo(now.plus(LEASE));
  }

  @Test
  void renewsWhatIsInForceWhenAnIncreaseDoesNotFit() {
    confirm(A, 10);
    confirm(B, 20);
    pass(LEASE.dividedBy(2));

    var sends = next(30, wish(A, 25), wish(B, 20));

    assertThat(sends)
        .filteredOn(send -> send.point().equals(A))
        .extracting(send -> send.lease().allowance().draw())
        .containsExactly(Current.ofAmps(10));
  }

  @Test
  void leavesSmallChangesToTheNextRenewal() {
    confirm(A, 16);

    var sends = next(100, wish(A, 15.5));

    assertThat(sends).isEmpty();
  }

  @Test
  void sendsEvenASmallDecreaseWhenALimitIsOverdrawn() {
    confirm(A, 16);

    var sends = next(15.5, wish(A, 15.5));

    assertThat(sends).hasSize(1);
  }

  @Test
  void waitsLongerAfterEachRefusal() {
    confirm(A, 16);
    refuse(A, 10);
    var atOnce = next(100, wish(A, 10));
    pass(Duration.ofSeconds(2));
    var later = next(100, wish(A, 10));
    refuse(A, 10);
    pass(Duration.ofSeconds(2));
    var tooSoon = next(100, wish(A, 10));

    assertThat(atOnce).isEmpty();
    assertThat(later).hasSize(1);
    assertThat(tooSoon).isEmpty();
    assertThat(reconciler.ledger(A).mayDraw(now)).isEqualTo(Current.ofAmps(16));
  }

  @Test
  void budgetsAStationWithoutAConfirmedFallbackAtItsHardwareMaximum() {
    reconciler.ledger(A).forgetFallback();
    confirm(B, 6);

    var sends = next(40, wish(A, 6), wish(B, 20));

    assertThat(sends).extracting(Reconciler.Send::point).containsExactly(A);
  }

  @Test
  void budgetsAVehicleThatDrawsMoreThanAllowedAtWhatItDraws() {
    confirm(A, 10);
    reconciler.ledger(A).observed(Current.ofAmps(24), Current.ZERO, now, now, now.plusSeconds(10));

    assertThat(reconciler.ledger(A).mayDraw(now)).isEqualTo(Current.ofAmps(24));
  }

  @Test
  void countsALeaseForAWhileAfterItsEndBecauseClocksDiffer() {
    confirm(A, 30);
    pass(LEASE.plusSeconds(60));
    var soon = reconciler.ledger(A).mayDraw(now);
    pass(Duration.ofSeconds(10));

    assertThat(soon).isEqualTo(Current.ofAmps(30));
    assertThat(reconciler.ledger(A).mayDraw(now)).isEqualTo(Current.ofAmps(6));
  }

  @Test
  void stopsADrawAtOnceEvenWhenTheFeedingBackThatFollowsDoesNotFitYet() {
    confirm(A, 20);
    var discharge =
        new Desired(A, MAIN, ALL, new Allowance(Current.ZERO, Current.ofAmps(50)), true);

    var sends = next(40, discharge);

    assertThat(sends)
        .extracting(send -> send.lease().allowance())
        .containsExactly(Allowance.NOTHING);
  }

  @Test
  void saysWhatADeviceThatDoesNotObeyMayGoOnDrawing() {
    confirm(A, 10);
    pass(SETTLE);
    reconciler.ledger(A).observed(Current.ofAmps(24), Current.ZERO, now, now, now.plusSeconds(90));
    refuse(B, 10);

    assertThat(reconciler.ledger(A).beyondControl(now)).isEqualTo(Current.ofAmps(24));
    assertThat(reconciler.ledger(B).beyondControl(now)).isEqualTo(Current.ofAmps(6));
  }

  @Test
  void extendsNothingThatIsAboutToSettleWhileALimitIsExceeded() {
    confirm(A, 20);
    confirm(A, 8);
    confirm(B, 24);

    var exceeded = next(40, wish(A, 14), wish(B, 24));
    pass(SETTLE);
    var settled = next(40, wish(A, 14), wish(B, 24));

    assertThat(exceeded).isEmpty();
    assertThat(settled).extracting(Reconciler.Send::point).containsExactly(A);
  }

  @Test
  void marksADecreaseUnderAnExceededLimitAsOneThatProtectsAFuse() {
    confirm(A, 20);
    confirm(B, 20);

    var sends = next(30, wish(A, 10), wish(B, 20));

    assertThat(sends).containsExactly(new Reconciler.Send(A, lease(10), true));
  }

  @Test
  void saysNothingToADeviceThatCannotBeReachedButCountsIt() {
    confirm(A, 30);
    confirm(B, 6);
    var offline = new Desired(A, MAIN, ALL, new Allowance(Current.ofAmps(6), Current.ZERO), false);

    var sends = next(40, offline, wish(B, 20));

    assertThat(sends).isEmpty();
  }

  @Test
  void turnsADeviceFromTakingToFeedingBackInOneStep() {
    confirm(A, 10);
    var discharge =
        new Desired(A, MAIN, ALL, new Allowance(Current.ZERO, Current.ofAmps(12)), true);

    var sends = next(40, discharge);

    assertThat(sends).hasSize(1);
    assertThat(sends.getFirst().lease().allowance().signed()).isEqualTo(Current.ofAmps(-12));
  }

  private List<Reconciler.Send> next(double fuseAmps, Desired... desired) {
    List<Limit> limits =
        List.of(
            new Limit(
                "fuse main L1",
                Set.of(MAIN),
                List.of(Phase.L1),
                Current.ofAmps(fuseAmps).milliamps()));
    return reconciler.next(List.of(desired), limits, limits, now);
  }

  private static Desired wish(EvseRef evse, double amps) {
    return new Desired(evse, MAIN, ALL, new Allowance(Current.ofAmps(amps), Current.ZERO), true);
  }

  private DeviceLedger.Lease lease(double amps) {
    return new DeviceLedger.Lease(
        new Allowance(Current.ofAmps(amps), Current.ZERO), now.plus(LEASE));
  }

  private void confirm(EvseRef evse, double amps) {
    DeviceLedger.Lease lease = lease(amps);
    reconciler.ledger(evse).sending(lease);
    reconciler.ledger(evse).accepted(lease, now, SETTLE);
  }

  private void refuse(EvseRef evse, double amps) {
    DeviceLedger.Lease lease = lease(amps);
    reconciler.ledger(evse).sending(lease);
    reconciler.ledger(evse).refused(lease, "Rejected", now);
  }

  private void pass(Duration duration) {
    now = now.plus(duration);
  }
}
