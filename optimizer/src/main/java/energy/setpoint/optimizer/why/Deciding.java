package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyStep;
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
  private final Resting resting;
  private final double noise;

  Deciding(Situation situation, Device device) {
    this.situation = situation;
    this.device = device;
    prices = situation.prices();
    worth = Worth.of(situation, device);
    obstacles = new Obstacles(situation, device);
    noise = prices.noise() / device.in();
    resting = new Resting(situation, device, worth, obstacles);
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
    return device.kw(step) > Device.NOISE_KW ? takes(draft) : resting.decide(draft);
  }

  private StepDraft draft(int step, double price) {
    return new StepDraft(situation, device, worth, step, price);
  }

  private WhyStep gives(StepDraft draft) {
    int step = draft.step();
    if (device.isReturning(step)) {
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
      return draft.because(Decider.PEAK, situation.peak());
    }
    if (Math.abs(situation.flows().gridKw(step)) < 0.01) {
      return draft.because(Decider.OWN_USE);
    }
    return draft.because(device.isEmptyAfter(step) ? Decider.EMPTY : Decider.SPREAD);
  }

  private WhyStep takes(StepDraft draft) {
    int step = draft.step();
    if (device.isReturning(step)) {
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
      return draft.because(Decider.PEAK, situation.peak());
    }
    if (Math.abs(situation.flows().gridKw(step)) < 0.01 && situation.flows().sunKw(step) > 0) {
      return draft.because(Decider.SOLAR);
    }
    boolean fits =
        Math.abs(draft.price() - worth.about(step)) <= noise && !device.isShortBeyondMoney();
    return fits ? draft.because(Decider.MARGINAL) : draft.because(obstacles.otherThanMoney());
  }
}
