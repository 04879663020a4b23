package energy.setpoint.simulation.profile.stack;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.profile.offer.Allowance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * What a station expects to offer over the next time (K08), found by asking its stack at every
 * moment at which a profile may change its mind.
 */
public record CompositeSchedule(List<Step> steps) {

  /**
   * @param startSecond from the moment of the request
   * @param offer from then on, for EVSE 0 the sum of all
   */
  public record Step(int startSecond, Offer offer) {}

  public CompositeSchedule {
    steps = List.copyOf(steps);
  }

  /**
   * @param evse 0 for the station as a whole (K08.FR.03)
   * @param running with a transaction assumed where there is none (K08.FR.06)
   * @param duration at least 1 s
   */
  public static CompositeSchedule of(
      ProfileStack stack,
      int evse,
      Collection<RunningTransaction> running,
      Instant from,
      Duration duration,
      Surroundings seen) {
    NavigableSet<Instant> moments =
        new TurningPoints(stack.rules().zone(), from, from.plus(duration))
            .of(stack.profiles(), running);
    List<Step> steps = new ArrayList<>();
    for (Instant at : moments) {
      Offer offer = offer(stack.allowances(running, at, Duration.ZERO, seen), evse);
      if (steps.isEmpty() || !steps.getLast().offer().equals(offer)) {
        steps.add(new Step((int) Duration.between(from, at).toSeconds(), offer));
      }
    }
    return new CompositeSchedule(steps);
  }

  private static Offer offer(Map<Integer, Allowance> allowed, int evse) {
    if (evse > 0) {
      return allowed.getOrDefault(evse, Allowance.NONE).offer();
    }
    Current sum = Current.ZERO;
    for (Allowance one : allowed.values()) {
      Offer offer = one.offer();
      sum = sum.plus(offer.setpoint().map(s -> s.min(offer.limit())).orElse(offer.limit()));
    }
    return Offer.upTo(sum.max(Current.ZERO));
  }
}
