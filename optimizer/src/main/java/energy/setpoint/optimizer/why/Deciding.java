package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Decider;
import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.WhyLimit;
import energy.setpoint.core.plan.WhyStep;
import java.util.List;
import java.util.Optional;

/**
 * Finds what decided each step of one device. What stands in the way comes first, then prices.
 * Maths: {@code docs/optimizer/why.md}.
 */
final class Deciding {

  private final Situation situation;
  private final LocalPrices prices;
  private final Device device;
  private final Worth worth;
  private final Obstacles obstacles;
  private final double noise;

  Deciding(Situation situation, Device device) {
    this.situation = situation;
    this.device = device;
    prices = situation.prices();
    worth = Worth.of(situation, device);
    obstacles = new Obstacles(situation, device);
    noise = prices.noise() / device.in();
  }

  Worth worth() {
    return worth;
  }

  /**
   * Whether the device comes below its floor, or energy costs so little that losing it would pay:
   * then a ruling may have closed one direction, and no price tells of that.
   */
  boolean meetsEitherOr() {
    if (!device.twoWay()) {
      return false;
    }
    for (int step = 0; step < device.power().size(); step++) {
      double taking = prices.taking(device, step) / device.in();
      if (device.share(step) > 0 && Worth.giving(prices, device, step) > taking + noise) {
        return true;
      }
    }
    return device.isOutsideBefore(0);
  }

  WhyStep decide(int step) {
    if (device.share(step) == 0) {
      return draft(step, 0).because(Decider.NOT_CONNECTED);
    }
    if (device.kw(step) < -Device.NOISE_KW) {
      return gives(draft(step, Worth.giving(prices, device, step)));
    }
    StepDraft draft = draft(step, prices.taking(device, step) / device.in());
    return device.kw(step) > Device.NOISE_KW ? takes(draft) : rests(draft);
  }

  private StepDraft draft(int step, double price) {
    return new StepDraft(situation, device, worth, step, price);
  }

  private WhyStep gives(StepDraft draft) {
    int step = draft.step();
    if (isReturning(step)) {
      return draft.because(Decider.RETURNING);
    }
    if (device.givesAll(step)) {
      return draft.because(Decider.FULL_POWER);
    }
    List<WhyLimit> reached = situation.flows().reachedFeedingBack(device, step);
    if (!reached.isEmpty()) {
      return draft.because(Decider.LIMIT, reached.getFirst());
    }
    double alone = (prices.market(step) - device.wear()) * device.out();
    if (alone < worth.about(step) - noise && prices.peak(step) > noise) {
      return draft.because(Decider.PEAK, peak());
    }
    if (Math.abs(situation.flows().gridKw(step)) < 0.01) {
      return draft.because(Decider.OWN_USE);
    }
    return draft.because(device.isEmptyAfter(step) ? Decider.EMPTY : Decider.SPREAD);
  }

  private WhyStep takes(StepDraft draft) {
    int step = draft.step();
    if (isReturning(step)) {
      return draft.because(Decider.RETURNING);
    }
    if (device.takesAll(step)) {
      return draft.because(Decider.FULL_POWER);
    }
    if (device.isTapered(step)) {
      return draft.because(Decider.TAPER);
    }
    Optional<WhyLimit> reached = obstacles.limit(step);
    if (reached.isPresent()) {
      return draft.because(Decider.LIMIT, reached.get());
    }
    if (device.twoWay() && device.isFullAfter(step)) {
      return draft.because(Decider.FULL);
    }
    if (prices.peak(step) > noise) {
      return draft.because(Decider.PEAK, peak());
    }
    if (Math.abs(situation.flows().gridKw(step)) < 0.01 && situation.flows().sunKw(step) > 0) {
      return draft.because(Decider.SOLAR);
    }
    boolean fits =
        Math.abs(draft.price() - worth.about(step)) <= noise && !device.isShortBeyondMoney();
    return fits ? draft.because(Decider.MARGINAL) : unexplained(draft);
  }

  private WhyStep rests(StepDraft draft) {
    int step = draft.step();
    if (isReturning(step)) {
      return draft.because(Decider.RETURNING);
    }
    if (device.isShortBeyondMoney()) {
      return blocked(draft);
    }
    if (device.latePrice().isPresent() && device.isShort() && draft.price() > worth.about(step)) {
      return draft.because(Decider.NOT_WORTH_IT);
    }
    return device.mayGive(step) ? restsBetween(draft) : waits(draft);
  }

  /** A device that only takes. */
  private WhyStep waits(StepDraft draft) {
    int step = draft.step();
    double dearest = worth.about(step);
    if (!Double.isFinite(dearest) || !takesAnything()) {
      return draft.because(
          draft.price() < -noise && !isFull() ? obstacles.blocking(draft.step()) : full());
    }
    if (draft.price() < dearest - noise) {
      return blocked(draft);
    }
    if (prices.market(step) / device.in() > dearest + noise) {
      return cheaperElsewhere(draft);
    }
    Optional<WhyLimit> reached = obstacles.limit(step);
    double fromPeak = prices.peak(step) / device.in();
    double fromLimits = draft.price() - prices.market(step) / device.in() - fromPeak;
    if (reached.isPresent() && fromLimits >= fromPeak) {
      return draft.because(Decider.LIMIT, reached.get());
    }
    if (fromPeak > noise) {
      return draft.because(Decider.PEAK, peak());
    }
    return draft.price() > dearest + noise ? cheaperElsewhere(draft) : draft.because(Decider.EQUAL);
  }

  private Obstacles.Reason full() {
    return new Obstacles.Reason(Decider.FULL, Optional.empty());
  }

  private boolean isFull() {
    return device.endKwh() >= device.highestKwh() - Device.NOISE_KWH;
  }

  private boolean takesAnything() {
    for (int step = 0; step < device.power().size(); step++) {
      if (device.kw(step) > Device.NOISE_KW) {
        return true;
      }
    }
    return false;
  }

  /** A device that could as well give. */
  private WhyStep restsBetween(StepDraft draft) {
    int step = draft.step();
    double giving = Worth.giving(prices, device, step);
    if (device.isFullAfter(step) && draft.price() < ahead(step) - noise) {
      return draft.because(Decider.FULL);
    }
    if (device.isEmptyAfter(step) && giving > ahead(step) + noise) {
      return draft.because(Decider.EMPTY);
    }
    boolean wouldTake = draft.price() < worth.atLeast(step) - noise;
    boolean wouldGive = giving > worth.atMost(step) + noise;
    if (wouldTake) {
      return blocked(draft);
    }
    if (wouldGive) {
      List<WhyLimit> reached = situation.flows().reachedFeedingBack(device, step);
      return reached.isEmpty()
          ? unexplained(draft)
          : draft.because(Decider.LIMIT, reached.getFirst());
    }
    boolean takesElsewhere = Math.abs(draft.price() - worth.atLeast(step)) <= noise;
    return draft.because(takesElsewhere ? Decider.EQUAL : Decider.RESTING);
  }

  /** What energy is worth once the battery is neither full nor empty any more. */
  private double ahead(int step) {
    for (int later = step + 1; later < device.power().size(); later++) {
      if (worth.stretch(later) != worth.stretch(step) && Math.abs(device.kw(later)) > 0) {
        return worth.about(later);
      }
    }
    return device.endWorth().orElse(0);
  }

  /** It would take more at this price: something other than money is in the way. */
  private WhyStep blocked(StepDraft draft) {
    return draft.because(obstacles.blocking(draft.step()));
  }

  private WhyStep unexplained(StepDraft draft) {
    return draft.because(obstacles.otherThanMoney());
  }

  private WhyStep cheaperElsewhere(StepDraft draft) {
    for (int later = draft.step() + 1; later < device.power().size(); later++) {
      if (device.kw(later) > Device.NOISE_KW) {
        return draft.because(Decider.CHEAPER_LATER, later);
      }
    }
    for (int earlier = draft.step() - 1; earlier >= 0; earlier--) {
      if (device.kw(earlier) > Device.NOISE_KW) {
        return draft.because(Decider.CHEAPER_EARLIER, earlier);
      }
    }
    return draft.because(Decider.FULL);
  }

  private Optional<WhyLimit> peak() {
    return situation.problem().money().peaks().stream()
        .map(PeakPrice::name)
        .findFirst()
        .map(WhyLimit.Peak::new);
  }

  /** Whether a stationary battery is still outside the window in which it began outside. */
  private boolean isReturning(int step) {
    return device.isBroughtBack() && device.isOutsideBefore(step);
  }
}
