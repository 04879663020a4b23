package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.why.Decider;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.plan.why.WhyStep;
import energy.setpoint.core.quantity.Power;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** A step of a device whose decider is being looked for. */
final class StepDraft {

  private final Situation situation;
  private final Device device;
  private final Worth worth;
  private final int step;
  private final double price;

  /**
   * @param price of a kilowatt-hour inside, taken or given in this step
   */
  StepDraft(Situation situation, Device device, Worth worth, int step, double price) {
    this.situation = situation;
    this.device = device;
    this.worth = worth;
    this.step = step;
    this.price = price;
  }

  int step() {
    return step;
  }

  double price() {
    return price;
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

  WhyStep because(Obstacles.Reason reason) {
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
      return OptionalDouble.of(situation.prices().peak(step) / device.in());
    }
    boolean beyond = situation.servesNeeds(limit, step) || situation.isScarce(device, step);
    double sum =
        situation.prices().onTaking(device, step).stream()
            .filter(part -> part.limit().equals(limit))
            .mapToDouble(part -> part.perKilowattHour() / device.in())
            .sum();
    return beyond || !situation.prices().areKnown()
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum);
  }
}
