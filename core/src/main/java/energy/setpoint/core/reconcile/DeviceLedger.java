package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.ControlPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What was sent to one device, what it confirmed and reported, and therefore the most that it may
 * be drawing.
 *
 * <p>A device is budgeted at the maximum of: what it falls back to by itself, what it confirmed,
 * what was sent and not yet refused, what it reports to hold, what was measured, and what it was
 * allowed until a moment ago, because a vehicle needs seconds to follow. Confined to the engine's
 * loop.
 */
public final class DeviceLedger {

  /** A vehicle that draws this much more than it confirmed does not obey; less is inaccuracy. */
  private static final Current DISOBEDIENCE = Current.ofAmps(1);

  private final Current hardwareMaximum;
  private final Possibilities possibilities;
  private final Conduct conduct;
  private boolean awaitingAnswer;
  private boolean renewalDemanded;

  /** An allowance and when it ends by itself. */
  public record Lease(Allowance allowance, Instant until) {

    boolean isOver(Instant now) {
      return !now.isBefore(until);
    }
  }

  /**
   * @param hardwareMaximum assumed until a fallback has been confirmed
   * @param chance lengthens the pauses after failures
   */
  public DeviceLedger(Current hardwareMaximum, RandomGenerator chance) {
    this.hardwareMaximum = hardwareMaximum;
    this.possibilities = new Possibilities(hardwareMaximum);
    this.conduct = new Conduct(chance);
  }

  /**
   * A ledger whose pauses after failures differ from those of others, and are the same each run.
   */
  public static DeviceLedger of(ControlPoint device, Current hardwareMaximum) {
    return new DeviceLedger(hardwareMaximum, new Random(device.hashCode()));
  }

  /** The device has long confirmed what it falls back to when nothing else is in force. */
  public void confirmFallback(Current fallback) {
    possibilities.rest(fallback);
  }

  /** The device has just confirmed its fallback; a vehicle that drew more has yet to follow. */
  public void confirmFallback(Current fallback, Instant now, Duration settleTime) {
    Allowance before = new Allowance(possibilities.resting(), Current.ZERO);
    possibilities.settle(before, now.plus(settleTime));
    possibilities.rest(fallback);
  }

  /** The device may have forgotten its fallback. */
  public void forgetFallback() {
    possibilities.rest(hardwareMaximum);
  }

  /**
   * The device may have a profile that goes before ours as soon as its driver wants it.
   *
   * @param most per phase; 0 A for none
   */
  public void offer(Current most) {
    possibilities.offer(most);
  }

  /** What the device may go up to by itself, whatever it is told; most often 0 A. */
  public Current offered() {
    return possibilities.offered();
  }

  /** Something else than what it was told holds the device now, so anything is possible. */
  public void overrule(Overruling by) {
    possibilities.overrule(by);
  }

  /** What holds the device instead of what it was told; most often nothing. */
  public Set<Overruling> overrulings() {
    return possibilities.overrulings();
  }

  /** That is over; a vehicle has yet to follow what the device was told. */
  public void obeysAgain(Overruling by, Instant now, Duration settleTime) {
    possibilities.endOverruling(by, now.plus(settleTime));
  }

  public void sending(Lease lease) {
    possibilities.suspect(lease);
    awaitingAnswer = true;
  }

  /**
   * The device confirmed; what it was allowed before still counts for a while. A lease of a
   * transaction that ended meanwhile says nothing about the next one.
   */
  public void accepted(Lease lease, Instant now, Duration settleTime) {
    awaitingAnswer = false;
    conduct.accepted();
    if (possibilities.suspects(lease)) {
      possibilities.confirm(lease, now, now.plus(settleTime));
      renewalDemanded = false;
    }
  }

  /**
   * The device accepted less than it can do, such as 0 A where it cannot pause.
   *
   * @param draw what it may take per phase although it was allowed less
   */
  public void tolerate(Current draw, Instant until) {
    possibilities.tolerate(new Lease(new Allowance(draw, Current.ZERO), until));
  }

  /** The device refused; what was in force before still is. */
  public void refused(Lease lease, String reason, Instant now) {
    awaitingAnswer = false;
    possibilities.drop(lease);
    conduct.refused(reason, now);
  }

  /** No answer came: the lease may be in force until it ends. */
  public void unanswered(String reason, Instant now) {
    awaitingAnswer = false;
    conduct.unanswered(reason, now);
  }

  /** A lease that the device confirmed before a restart. */
  public void recall(Lease lease, Instant now) {
    possibilities.confirm(lease, now, now);
  }

  /** What was counted and found before a restart. */
  public void resume(
      AnswerCounts counts, Optional<Disobedience> disobedience, Optional<HeldLimit> reported) {
    conduct.resume(counts, disobedience);
    reported.ifPresent(possibilities::report);
  }

  /** Counts an allowance until a vehicle that used it has surely followed a lower one. */
  public void settle(Allowance allowance, Instant until) {
    possibilities.settle(allowance, until);
  }

  /** Something that may be in force although nothing was sent by this engine. */
  public void suspect(Lease lease) {
    possibilities.suspect(lease);
  }

  /** The device may have forgotten its leases: send again even what seems to be in force. */
  public void demandRenewal() {
    renewalDemanded = true;
    conduct.hurry();
  }

  public boolean isRenewalDemanded() {
    return renewalDemanded;
  }

  /**
   * The transaction is over, so its leases are, and its priority; the vehicle may take a while to
   * stop.
   */
  public void clear(Instant now, Duration settleTime) {
    possibilities.endOverruling(Overruling.PRIORITY, now.plus(settleTime));
    possibilities.end(now, now.plus(settleTime));
    conduct.holdsAsTold();
  }

  /**
   * Currents that were really measured, whatever was allowed.
   *
   * @param draw the largest that any phase took, at least 0 A
   * @param feed the largest that any phase fed back, at least 0 A
   * @param at by the clock of whoever measured, which orders samples
   * @param until when the sample counts for nothing any more
   */
  public void observed(Current draw, Current feed, Instant at, Instant now, Instant until) {
    possibilities.measure(draw, feed, at, now, until);
    boolean changing = awaitingAnswer || possibilities.isSettling(now);
    Current allowed = possibilities.expected(now).draw().max(possibilities.tolerated(now));
    if (!changing && draw.isMoreThan(allowed.plus(DISOBEDIENCE))) {
      conduct.drewMore(draw, allowed, now);
    }
  }

  /**
   * The device said what it holds. Where that is more than it confirmed it is told again.
   *
   * @param draw the most per phase, at least 0 A
   * @param feed the most that it feeds back per phase, at least 0 A
   */
  public HeldLimit reported(Current draw, Current feed, Instant now) {
    Allowance agreed = possibilities.expectedOrTolerated(now);
    HeldLimit held = HeldLimit.of(now, draw.min(hardwareMaximum), feed, agreed);
    possibilities.report(held);
    switch (held.verdict()) {
      case AGREES, HOLDS_LESS -> conduct.holdsAsTold();
      case HOLDS_MORE -> {
        conduct.contradicted(held);
        renewalDemanded = true;
      }
    }
    return held;
  }

  /** The device said something that cannot be believed; nothing changes but the count. */
  public void spokeNonsense() {
    conduct.spokeNonsense();
  }

  /** What the device said last that it holds; empty until it did in this transaction. */
  public Optional<HeldLimit> findReported() {
    return possibilities.reported();
  }

  /** What should be in force now by what the device confirmed. */
  Allowance expected(Instant now) {
    return possibilities.expected(now);
  }

  /** What the device falls back to, or its hardware maximum until it confirmed that. */
  public Current resting() {
    return possibilities.resting();
  }

  /**
   * What the device may go on drawing whatever it is told, because it refuses, does not answer,
   * cannot do less, holds more, is overruled, or was lately seen to draw more than it confirmed; 0
   * A for one that obeys.
   */
  public Current beyondControl(Instant now) {
    if (conduct.isBeyondControl() || possibilities.isOverruled()) {
      return mayDraw(now);
    }
    return conduct
        .findDrawsMore(now)
        .flatMap(it -> possibilities.findMeasuredDraw(now))
        .orElse(Current.ZERO)
        .max(possibilities.tolerated(now));
  }

  /** Empty while the device obeys. */
  public Optional<Disobedience> findDisobedience(Instant now) {
    return conduct.findDisobedience(now);
  }

  /** That its vehicle was lately seen to draw more than it confirmed. */
  public Optional<Disobedience> findDrawsMore(Instant now) {
    return conduct.findDrawsMore(now);
  }

  /** What is in force as far as the device confirmed it. */
  public Optional<Lease> findConfirmed(Instant now) {
    return possibilities.findConfirmed(now);
  }

  public boolean isAwaitingAnswer() {
    return awaitingAnswer;
  }

  /** True for a while after a failure, when only what is urgent shall be sent. */
  public boolean isQuiet(Instant now) {
    return now.isBefore(nextTry());
  }

  /** When the device may be tried again; long past when it may be now. */
  public Instant nextTry() {
    return conduct.nextTry();
  }

  /** What became of what was sent. */
  public AnswerCounts counts() {
    return conduct.counts();
  }

  /** True while a lease was sent and neither confirmed nor refused nor ended. */
  public boolean isUncertain(Instant now) {
    return !listUncertain(now).isEmpty();
  }

  /** Leases that were sent and neither confirmed nor refused nor ended, the latest last. */
  public List<Lease> listUncertain(Instant now) {
    return possibilities.listUncertain(now);
  }

  /** The most that the device may be taking, per phase. */
  public Current mayDraw(Instant now) {
    return possibilities.mayDraw(now);
  }

  /** The most that the device may be feeding back, per phase. */
  public Current mayFeed(Instant now) {
    return possibilities.mayFeed(now);
  }
}
