package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyLimit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What other than money keeps one device from taking more. */
final class Obstacles {

  private final Situation situation;
  private final Device device;

  Obstacles(Situation situation, Device device) {
    this.situation = situation;
    this.device = device;
  }

  /** What decides a step, with the limit if it is one. */
  record Reason(Decider decider, Optional<WhyLimit> limit) {}

  /** What keeps it from taking more where it would at the price. */
  Reason blocking(int step) {
    Optional<WhyLimit> reached = limit(step);
    if (reached.isPresent()) {
      return new Reason(Decider.LIMIT, reached);
    }
    if (device.isTapered(step)) {
      return new Reason(Decider.TAPER, Optional.empty());
    }
    return new Reason(otherThanMoney(), Optional.empty());
  }

  Decider otherThanMoney() {
    if (device.traits().isDiscrete()) {
      return Decider.MINIMUM;
    }
    if (!device.traits().taper().isEmpty()) {
      return Decider.TAPER;
    }
    return situation.isShapedBeforeMoney() ? Decider.BEFORE_MONEY : Decider.METHOD;
  }

  /** The limit that leaves it no more: the dearest, or one that serves needs. */
  Optional<WhyLimit> limit(int step) {
    List<WhyLimit> reached = situation.flows().reached(device, step);
    List<LocalPrices.Part> parts = situation.prices().onTaking(device, step);
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
}
