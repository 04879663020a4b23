package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyStep;
import java.util.List;
import java.util.Optional;

/** Finds what keeps a device from taking or giving anything in a step. */
final class Resting {

  private final Situation situation;
  private final LocalPrices prices;
  private final Device device;
  private final Worth worth;
  private final Obstacles obstacles;
  private final double noise;

  Resting(Situation situation, Device device, Worth worth, Obstacles obstacles) {
    this.situation = situation;
    this.device = device;
    this.worth = worth;
    this.obstacles = obstacles;
    prices = situation.prices();
    noise = prices.noise() / device.in();
  }

  WhyStep decide(StepDraft draft) {
    int step = draft.step();
    if (device.isReturning(step)) {
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
      return draft.because(Decider.PEAK, situation.peak());
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
          ? draft.because(obstacles.otherThanMoney())
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
}
