package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was sent to one device, what it confirmed, and therefore the most that it may be drawing.
 *
 * <p>A device is budgeted at the maximum of: what it falls back to by itself, what it confirmed,
 * what was sent and not yet refused, what was measured, and what it was allowed until a moment ago,
 * because a vehicle needs seconds to follow. Confined to the engine's loop.
 */
public final class DeviceLedger {

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /** A minute for the device's clock, and ten seconds for the vehicle. */
  private static final Duration FADING = Duration.ofSeconds(70);

  /** A vehicle that draws this much more than it confirmed does not obey; less is inaccuracy. */
  private static final Current DISOBEDIENCE = Current.ofAmps(1);

  private static final Duration DISTRUST = Duration.ofMinutes(5);

  private final Current hardwareMaximum;
  private Current resting;
  private Optional<Lease> confirmed = Optional.empty();
  private Optional<Lease> observedDraw = Optional.empty();
  private Optional<Lease> observedFeed = Optional.empty();
  private Optional<Lease> tolerated = Optional.empty();
  private final List<Lease> uncertain = new ArrayList<>();
  private final List<Lease> settling = new ArrayList<>();
  private boolean awaitingAnswer;
  private int failures;
  private Instant quietUntil = Instant.MIN;
  private Instant distrustedUntil = Instant.MIN;
  private boolean renewalDemanded;

  /** An allowance and when it ends by itself. */
  public record Lease(Allowance allowance, Instant until) {

    boolean isOver(Instant now) {
      return !now.isBefore(until);
    }
  }

  /**
   * @param hardwareMaximum assumed until a fallback has been confirmed
   */
  public DeviceLedger(Current hardwareMaximum) {
    this.hardwareMaximum = hardwareMaximum;
    this.resting = hardwareMaximum;
  }

  /** The device confirmed what it falls back to when nothing else is in force. */
  public void confirmFallback(Current fallback) {
    resting = fallback;
  }

  /** The device may have forgotten its fallback. */
  public void forgetFallback() {
    resting = hardwareMaximum;
  }

  public void sending(Lease lease) {
    uncertain.add(lease);
    awaitingAnswer = true;
  }

  /** The device confirmed; what it was allowed before still counts for a while. */
  public void accepted(Lease lease, Instant now, Duration settleTime) {
    awaitingAnswer = false;
    Instant settled = now.plus(settleTime);
    confirmed.ifPresent(old -> settling.add(new Lease(old.allowance(), settled)));
    for (Lease other : uncertain) {
      if (!other.equals(lease)) {
        settling.add(new Lease(other.allowance(), settled));
      }
    }
    uncertain.clear();
    confirmed = Optional.of(lease);
    failures = 0;
    renewalDemanded = false;
    tolerated = Optional.empty();
  }

  /**
   * The device accepted less than it can do, such as 0 A where it cannot pause.
   *
   * @param draw what it may take per phase although it was allowed less
   */
  public void tolerate(Current draw, Instant until) {
    tolerated = Optional.of(new Lease(new Allowance(draw, Current.ZERO), until));
  }

  /** The device refused; what was in force before still is. */
  public void refused(Lease lease, Instant now) {
    uncertain.remove(lease);
    backOff(now);
  }

  /** No answer came: the lease may be in force until it ends. */
  public void unanswered(Instant now) {
    backOff(now);
  }

  private void backOff(Instant now) {
    awaitingAnswer = false;
    failures++;
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 5));
    quietUntil = now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }

  /** The device may have forgotten its leases: send again even what seems to be in force. */
  public void demandRenewal() {
    renewalDemanded = true;
    failures = 0;
    quietUntil = Instant.MIN;
  }

  public boolean isRenewalDemanded() {
    return renewalDemanded;
  }

  /**
   * Currents that were really measured, whatever was allowed.
   *
   * @param draw the largest that any phase took, at least 0 A
   * @param feed the largest that any phase fed back, at least 0 A
   */
  public void observed(Current draw, Current feed, Instant now, Instant until) {
    observedDraw = Optional.of(new Lease(new Allowance(draw, Current.ZERO), until));
    observedFeed = Optional.of(new Lease(new Allowance(Current.ZERO, feed), until));
    boolean changing = awaitingAnswer || settling.stream().anyMatch(lease -> !lease.isOver(now));
    Current allowed = findConfirmed(now).map(lease -> lease.allowance().draw()).orElse(resting);
    if (!changing && draw.isMoreThan(allowed.plus(DISOBEDIENCE))) {
      distrustedUntil = now.plus(DISTRUST);
    }
  }

  /**
   * What the device may go on drawing whatever it is told, because it refuses, does not answer,
   * cannot do less, or was lately seen to draw more than it confirmed; 0 A for one that obeys.
   */
  public Current beyondControl(Instant now) {
    if (failures > 0) {
      return mayDraw(now);
    }
    Current despite = drawOf(tolerated, now);
    return now.isBefore(distrustedUntil) ? drawOf(observedDraw, now).max(despite) : despite;
  }

  private static Current drawOf(Optional<Lease> lease, Instant now) {
    return lease
        .filter(it -> !it.isOver(now))
        .map(it -> it.allowance().draw())
        .orElse(Current.ZERO);
  }

  /** The transaction is over, so its leases are; the vehicle may take a while to stop. */
  public void clear(Instant now, Duration settleTime) {
    Instant settled = now.plus(settleTime);
    confirmed.ifPresent(old -> settling.add(new Lease(old.allowance(), settled)));
    uncertain.forEach(old -> settling.add(new Lease(old.allowance(), settled)));
    observedDraw.ifPresent(old -> settling.add(new Lease(old.allowance(), settled)));
    observedFeed.ifPresent(old -> settling.add(new Lease(old.allowance(), settled)));
    tolerated.ifPresent(old -> settling.add(new Lease(old.allowance(), settled)));
    confirmed = Optional.empty();
    observedDraw = Optional.empty();
    observedFeed = Optional.empty();
    tolerated = Optional.empty();
    uncertain.clear();
  }

  /** Something that may be in force although nothing was sent by this engine. */
  public void suspect(Lease lease) {
    uncertain.add(lease);
  }

  /** What is in force as far as the device confirmed it. */
  public Optional<Lease> findConfirmed(Instant now) {
    return confirmed.filter(lease -> !lease.isOver(now));
  }

  public boolean isAwaitingAnswer() {
    return awaitingAnswer;
  }

  /** True for a while after a failure, when only what is urgent shall be sent. */
  public boolean isQuiet(Instant now) {
    return now.isBefore(quietUntil);
  }

  /** How many times in a row the device refused or did not answer. */
  public int failures() {
    return failures;
  }

  /** True while a lease was sent and neither confirmed nor refused nor ended. */
  public boolean isUncertain(Instant now) {
    return uncertain.stream().anyMatch(lease -> !lease.isOver(now));
  }

  /** The most that the device may be taking, per phase. */
  public Current mayDraw(Instant now) {
    return possible(now).stream().map(Allowance::draw).reduce(resting, Current::max);
  }

  /** The most that the device may be feeding back, per phase. */
  public Current mayFeed(Instant now) {
    return possible(now).stream().map(Allowance::feed).reduce(Current.ZERO, Current::max);
  }

  private List<Allowance> possible(Instant now) {
    uncertain.removeIf(lease -> hasFaded(lease, now));
    settling.removeIf(lease -> lease.isOver(now));
    List<Allowance> possible = new ArrayList<>();
    confirmed.filter(lease -> !hasFaded(lease, now)).ifPresent(l -> possible.add(l.allowance()));
    observedDraw.filter(lease -> !lease.isOver(now)).ifPresent(l -> possible.add(l.allowance()));
    observedFeed.filter(lease -> !lease.isOver(now)).ifPresent(l -> possible.add(l.allowance()));
    tolerated.filter(lease -> !hasFaded(lease, now)).ifPresent(l -> possible.add(l.allowance()));
    uncertain.forEach(lease -> possible.add(lease.allowance()));
    settling.forEach(lease -> possible.add(lease.allowance()));
    return possible;
  }

  /** A device with a slow clock ends a lease late, and its vehicle follows later still. */
  private static boolean hasFaded(Lease lease, Instant now) {
    return !now.isBefore(lease.until().plus(FADING));
  }
}
