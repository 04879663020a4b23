package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.Decider;
import energy.setpoint.core.plan.PeakPrice;
import energy.setpoint.core.plan.WhyLimit;
import energy.setpoint.core.plan.WhyStep;
import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds what decided each step of one device. What stands in the way comes first, then prices.
 * Maths: {@code docs/optimizer/why.md}.
 */
final class Deciding {

  private final Situation situation;
  private final LocalPrices prices;
  private final Device device;
  private final Worth worth;
  private final double noise;

  Deciding(Situation situation, Device device) {
    this.situation = situation;
    this.device = device;
    prices = situation.prices();
    worth = Worth.of(situation, device);
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
      return new Draft(step, 0).because(Decider.NOT_CONNECTED);
    }
    if (device.kw(step) < -Device.NOISE_KW) {
      return gives(new Draft(step, Worth.giving(prices, device, step)));
    }
    Draft draft = new Draft(step, prices.taking(device, step) / device.in());
    return device.kw(step) > Device.NOISE_KW ? takes(draft) : rests(draft);
  }

  private WhyStep gives(Draft draft) {
    int step = draft.step;
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

  private WhyStep takes(Draft draft) {
    int step = draft.step;
    if (isReturning(step)) {
      return draft.because(Decider.RETURNING);
    }
    if (device.takesAll(step)) {
      return draft.because(Decider.FULL_POWER);
    }
    if (device.isTapered(step)) {
      return draft.because(Decider.TAPER);
    }
    Optional<WhyLimit> reached = reached(step);
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
        Math.abs(draft.price - worth.about(step)) <= noise && !device.isShortBeyondMoney();
    return fits ? draft.because(Decider.MARGINAL) : unexplained(draft);
  }

  private WhyStep rests(Draft draft) {
    int step = draft.step;
    if (isReturning(step)) {
      return draft.because(Decider.RETURNING);
    }
    if (device.isShortBeyondMoney()) {
      return blocked(draft);
    }
    if (device.latePrice().isPresent() && device.isShort() && draft.price > worth.about(step)) {
      return draft.because(Decider.NOT_WORTH_IT);
    }
    return device.mayGive(step) ? restsBetween(draft) : waits(draft);
  }

  /** A device that only takes. */
  private WhyStep waits(Draft draft) {
    int step = draft.step;
    double dearest = worth.about(step);
    if (!Double.isFinite(dearest) || !takesAnything()) {
      return draft.because(draft.price < -noise && !isFull() ? blockedBy(draft) : full());
    }
    if (draft.price < dearest - noise) {
      return blocked(draft);
    }
    if (prices.market(step) / device.in() > dearest + noise) {
      return cheaperElsewhere(draft);
    }
    Optional<WhyLimit> reached = reached(step);
    double fromPeak = prices.peak(step) / device.in();
    double fromLimits = draft.price - prices.market(step) / device.in() - fromPeak;
    if (reached.isPresent() && fromLimits >= fromPeak) {
      return draft.because(Decider.LIMIT, reached.get());
    }
    if (fromPeak > noise) {
      return draft.because(Decider.PEAK, peak());
    }
    return draft.price > dearest + noise ? cheaperElsewhere(draft) : draft.because(Decider.EQUAL);
  }

  private Reason full() {
    return new Reason(Decider.FULL, Optional.empty());
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
  private WhyStep restsBetween(Draft draft) {
    int step = draft.step;
    double giving = Worth.giving(prices, device, step);
    if (device.isFullAfter(step) && draft.price < ahead(step) - noise) {
      return draft.because(Decider.FULL);
    }
    if (device.isEmptyAfter(step) && giving > ahead(step) + noise) {
      return draft.because(Decider.EMPTY);
    }
    boolean wouldTake = draft.price < worth.atLeast(step) - noise;
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
    boolean takesElsewhere = Math.abs(draft.price - worth.atLeast(step)) <= noise;
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
  private WhyStep blocked(Draft draft) {
    return draft.because(blockedBy(draft));
  }

  private Reason blockedBy(Draft draft) {
    Optional<WhyLimit> reached = reached(draft.step);
    if (reached.isPresent()) {
      return new Reason(Decider.LIMIT, reached);
    }
    if (device.isTapered(draft.step)) {
      return new Reason(Decider.TAPER, Optional.empty());
    }
    return new Reason(otherThanMoney(), Optional.empty());
  }

  private Decider otherThanMoney() {
    if (device.traits().isDiscrete()) {
      return Decider.MINIMUM;
    }
    if (!device.traits().taper().isEmpty()) {
      return Decider.TAPER;
    }
    return situation.isShapedBeforeMoney() ? Decider.BEFORE_MONEY : Decider.METHOD;
  }

  private WhyStep unexplained(Draft draft) {
    return draft.because(otherThanMoney());
  }

  private WhyStep cheaperElsewhere(Draft draft) {
    for (int later = draft.step + 1; later < device.power().size(); later++) {
      if (device.kw(later) > Device.NOISE_KW) {
        return draft.because(Decider.CHEAPER_LATER, later);
      }
    }
    for (int earlier = draft.step - 1; earlier >= 0; earlier--) {
      if (device.kw(earlier) > Device.NOISE_KW) {
        return draft.because(Decider.CHEAPER_EARLIER, earlier);
      }
    }
    return draft.because(Decider.FULL);
  }

  /** The limit that leaves it no more: the dearest, or one that serves needs. */
  private Optional<WhyLimit> reached(int step) {
    List<WhyLimit> reached = situation.flows().reached(device, step);
    List<LocalPrices.Part> parts = prices.onTaking(device, step);
    Optional<WhyLimit> dearest =
        parts.stream()
            .filter(part -> part.perKilowattHour() > 0 && isReached(part.limit(), reached))
            .max(Comparator.comparingDouble(LocalPrices.Part::perKilowattHour))
            .map(LocalPrices.Part::limit);
    Optional<WhyLimit> needed =
        situation.isShort()
            ? reached.stream().filter(limit -> situation.servesNeeds(limit, step)).findFirst()
            : Optional.empty();
    return needed.or(() -> dearest).or(() -> reached.stream().findFirst());
  }

  /** A fuse's price may be told of another phase that carries the same. */
  private static boolean isReached(WhyLimit limit, List<WhyLimit> reached) {
    return limit instanceof WhyLimit.Fuse || reached.contains(limit);
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

  private record Reason(Decider decider, Optional<WhyLimit> limit) {}

  /** A step whose decider is being looked for. */
  private final class Draft {

    private final int step;
    private final double price;

    Draft(int step, double price) {
      this.step = step;
      this.price = price;
    }

    WhyStep because(Decider decider) {
      return write(decider, Optional.empty(), Optional.empty());
    }

    WhyStep because(Decider decider, WhyLimit limit) {
      return write(decider, Optional.of(limit), Optional.empty());
    }

    WhyStep because(Decider decider, Optional<WhyLimit> limit) {
      return write(decider, limit, Optional.empty());
    }

    WhyStep because(Reason reason) {
      return write(reason.decider(), reason.limit(), Optional.empty());
    }

    WhyStep because(Decider decider, int instead) {
      Instant at = situation.problem().grid().boundaries().get(instead);
      return write(decider, Optional.empty(), Optional.of(at));
    }

    private WhyStep write(Decider decider, Optional<WhyLimit> limit, Optional<Instant> instead) {
      boolean there = decider != Decider.NOT_CONNECTED;
      double about = worth.about(step);
      boolean priced = there && Double.isFinite(about) && !device.isShortBeyondMoney();
      return new WhyStep(
          step,
          new Power(0 + device.kw(step) * 1000),
          decider,
          there ? OptionalDouble.of(price) : OptionalDouble.empty(),
          priced ? OptionalDouble.of(about) : OptionalDouble.empty(),
          limit,
          limit.map(this::priceOf).orElse(OptionalDouble.empty()),
          instead);
    }

    private OptionalDouble priceOf(WhyLimit limit) {
      if (limit instanceof WhyLimit.Peak) {
        return OptionalDouble.of(prices.peak(step) / device.in());
      }
      boolean beyond = situation.servesNeeds(limit, step) || situation.isScarce(device, step);
      double sum =
          prices.onTaking(device, step).stream()
              .filter(part -> part.limit().equals(limit))
              .mapToDouble(part -> part.perKilowattHour() / device.in())
              .sum();
      return beyond || !prices.areKnown() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }
  }
}
