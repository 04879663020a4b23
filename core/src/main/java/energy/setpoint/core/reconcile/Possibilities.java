package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.DeviceLedger.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everything that may be in force at a device, and the most that it may therefore be doing. */
final class Possibilities {

  /** A minute for the device's clock, and ten seconds for the vehicle. */
  private static final Duration FADING = Duration.ofSeconds(70);

  private final Current hardwareMaximum;
  private final Set<Overruling> overrulings = EnumSet.noneOf(Overruling.class);
  private Current resting;
  private Current offered = Current.ZERO;
  private Optional<Lease> confirmed = Optional.empty();
  private final List<Lease> uncertain = new ArrayList<>();
  private final List<Lease> settling = new ArrayList<>();
  private Optional<Measured> measured = Optional.empty();
  private Optional<HeldLimit> reported = Optional.empty();
  private Optional<Lease> tolerated = Optional.empty();

  /** What was measured, with when, and until when it counts. */
  private record Measured(Current draw, Current feed, Instant at, Instant until) {

    /** A sample that comes late does not hide a newer one; until that ends, both count. */
    Measured and(Measured other) {
      return other.at.isBefore(at)
          ? new Measured(draw.max(other.draw), feed.max(other.feed), at, until)
          : other;
    }

    boolean counts(Instant now) {
      return now.isBefore(until);
    }
  }

  /**
   * @param hardwareMaximum also what it rests at until it is known better
   */
  Possibilities(Current hardwareMaximum) {
    this.hardwareMaximum = hardwareMaximum;
    this.resting = hardwareMaximum;
  }

  Current resting() {
    return resting;
  }

  /** What is in force when nothing else is. */
  void rest(Current fallback) {
    resting = fallback;
  }

  /** What the device may go up to when the driver gives himself priority (K22.FR.02). */
  void offer(Current most) {
    offered = most;
  }

  Current offered() {
    return offered;
  }

  void overrule(Overruling by) {
    overrulings.add(by);
  }

  Set<Overruling> overrulings() {
    return Set.copyOf(overrulings);
  }

  boolean isOverruled() {
    return !overrulings.isEmpty();
  }

  /** What was possible meanwhile has yet to settle. */
  void endOverruling(Overruling by, Instant settled) {
    Current feed = overruledFeed();
    if (overrulings.remove(by)) {
      settleBoth(hardwareMaximum, feed, settled);
    }
  }

  /** A driver with priority charges; the grid may want either. */
  private Current overruledFeed() {
    return overrulings.contains(Overruling.GRID) ? hardwareMaximum : Current.ZERO;
  }

  void suspect(Lease lease) {
    uncertain.add(lease);
  }

  void drop(Lease lease) {
    uncertain.remove(lease);
  }

  boolean suspects(Lease lease) {
    return uncertain.contains(lease);
  }

  /** Counts for a while, because a vehicle needs seconds to follow. */
  void settle(Allowance allowance, Instant until) {
    settling.add(new Lease(allowance, until));
  }

  /** The device confirmed a lease; whatever was possible before has yet to settle. */
  void confirm(Lease lease, Instant now, Instant settled) {
    confirmed.filter(old -> !hasFaded(old, now)).ifPresent(old -> settle(old, settled));
    uncertain.stream()
        .filter(other -> !other.equals(lease) && !hasFaded(other, now))
        .forEach(other -> settle(other, settled));
    uncertain.clear();
    confirmed = Optional.of(lease);
    tolerated.filter(old -> !hasFaded(old, now)).ifPresent(old -> settle(old, settled));
    tolerated = Optional.empty();
  }

  /** What may be taken beyond the confirmed lease, because the device can do no less. */
  void tolerate(Lease lease) {
    tolerated = Optional.of(lease);
  }

  Current tolerated(Instant now) {
    return tolerated
        .filter(lease -> !lease.isOver(now))
        .map(lease -> lease.allowance().draw())
        .orElse(Current.ZERO);
  }

  /** The transaction is over, so its leases are, and what was measured and reported of it. */
  void end(Instant now, Instant settled) {
    Stream.of(confirmed.stream(), uncertain.stream(), tolerated.stream())
        .flatMap(leases -> leases)
        .filter(old -> !hasFaded(old, now))
        .forEach(old -> settle(old, settled));
    measured
        .filter(seen -> seen.counts(now))
        .ifPresent(seen -> settleBoth(seen.draw(), seen.feed(), settled));
    findCounted(now).ifPresent(held -> settleBoth(held.draw(), held.feed(), settled));
    confirmed = Optional.empty();
    uncertain.clear();
    measured = Optional.empty();
    reported = Optional.empty();
    tolerated = Optional.empty();
  }

  private void settle(Lease old, Instant settled) {
    settle(old.allowance(), settled);
  }

  private void settleBoth(Current draw, Current feed, Instant settled) {
    settle(new Allowance(draw, Current.ZERO), settled);
    settle(new Allowance(Current.ZERO, feed), settled);
  }

  void measure(Current draw, Current feed, Instant at, Instant now, Instant until) {
    Measured latest = new Measured(draw, feed, at, until);
    measured =
        measured
            .filter(before -> before.counts(now))
            .map(before -> before.and(latest))
            .or(() -> Optional.of(latest));
  }

  /** Empty when stale. */
  Optional<Current> findMeasuredDraw(Instant now) {
    return measured.filter(seen -> seen.counts(now)).map(Measured::draw);
  }

  void report(HeldLimit held) {
    reported = Optional.of(held);
  }

  Optional<HeldLimit> reported() {
    return reported;
  }

  Optional<Lease> findConfirmed(Instant now) {
    return confirmed.filter(lease -> !lease.isOver(now));
  }

  /** Sent and neither confirmed nor refused nor ended, the latest last. */
  List<Lease> listUncertain(Instant now) {
    return uncertain.stream().filter(lease -> !lease.isOver(now)).toList();
  }

  boolean isSettling(Instant now) {
    return settling.stream().anyMatch(lease -> !lease.isOver(now));
  }

  /** What it should hold now by its own confirmations. */
  Allowance expected(Instant now) {
    return findConfirmed(now).map(Lease::allowance).orElse(new Allowance(resting, Current.ZERO));
  }

  /** The same, or what it can do no less than. */
  Allowance expectedOrTolerated(Instant now) {
    Allowance expected = expected(now);
    Current tolerated = tolerated(now);
    return tolerated.isMoreThan(expected.draw())
        ? new Allowance(tolerated, Current.ZERO)
        : expected;
  }

  Current mayDraw(Instant now) {
    Current held = findCounted(now).map(HeldLimit::draw).orElse(Current.ZERO);
    Current seen = findMeasuredDraw(now).orElse(Current.ZERO);
    Current most = isOverruled() ? hardwareMaximum : resting.max(offered);
    return leases(now).map(Allowance::draw).reduce(most.max(held).max(seen), Current::max);
  }

  Current mayFeed(Instant now) {
    Current held = findCounted(now).map(HeldLimit::feed).orElse(Current.ZERO);
    Current seen = measured.filter(it -> it.counts(now)).map(Measured::feed).orElse(Current.ZERO);
    return leases(now)
        .map(Allowance::feed)
        .reduce(overruledFeed().max(held).max(seen), Current::max);
  }

  private Optional<HeldLimit> findCounted(Instant now) {
    return reported.filter(held -> held.counts(expected(now)));
  }

  private Stream<Allowance> leases(Instant now) {
    uncertain.removeIf(lease -> hasFaded(lease, now));
    settling.removeIf(lease -> lease.isOver(now));
    Stream<Lease> inForce =
        Stream.concat(confirmed.stream(), tolerated.stream())
            .filter(lease -> !hasFaded(lease, now));
    return Stream.of(inForce, uncertain.stream(), settling.stream())
        .flatMap(leases -> leases)
        .map(Lease::allowance);
  }

  /** A device with a slow clock ends a lease late, and its vehicle follows later still. */
  private static boolean hasFaded(Lease lease, Instant now) {
    return !now.isBefore(lease.until().plus(FADING));
  }
}
