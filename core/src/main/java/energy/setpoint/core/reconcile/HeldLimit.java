package energy.setpoint.core.reconcile;

import energy.setpoint.core.quantity.Current;
import java.time.Instant;

/**
 * What a device said that it holds, beside what it should hold by its own confirmations.
 *
 * @param at when it said so
 * @param draw the most that it reported per phase, at least 0 A
 * @param feed the most that it reported to feed back per phase, at least 0 A
 * @param expected what it confirmed
 */
public record HeldLimit(
    Instant at, Current draw, Current feed, Allowance expected, HeldLimit.Verdict verdict) {

  /** What the comparison says. */
  public enum Verdict {
    /** The same but for rounding. */
    AGREES,
    /** It holds more than it confirmed: it is budgeted at what it reported, and told again. */
    HOLDS_MORE,
    /**
     * It holds less: somebody else limits it, too. It is never budgeted at less for that, because
     * whoever limits it may stop at any moment.
     */
    HOLDS_LESS
  }

  /** Less than this is rounding: stations that know whole amperes only round up, too. */
  private static final Current ROUNDING = Current.ofAmps(1);

  /** Compares what was reported with what was confirmed. */
  static HeldLimit of(Instant at, Current draw, Current feed, Allowance expected) {
    Current more = draw.minus(expected.draw()).max(feed.minus(expected.feed()));
    if (!ROUNDING.isMoreThan(more)) {
      return new HeldLimit(at, draw, feed, expected, Verdict.HOLDS_MORE);
    }
    Current less = expected.draw().minus(draw);
    Verdict verdict = ROUNDING.isMoreThan(less) ? Verdict.AGREES : Verdict.HOLDS_LESS;
    return new HeldLimit(at, draw, feed, expected, verdict);
  }

  /**
   * True when the device is budgeted at no less than what it reported: while it holds more, and as
   * long as what it confirmed is still the same where it only rounds up.
   */
  boolean counts(Allowance expectedNow) {
    return verdict == Verdict.HOLDS_MORE || expected.equals(expectedNow);
  }
}
