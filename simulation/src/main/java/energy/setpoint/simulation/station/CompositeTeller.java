package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Surroundings;
import energy.setpoint.simulation.profile.stack.CompositeSchedule;
import energy.setpoint.simulation.profile.stack.CompositeSchedule.Step;
import energy.setpoint.simulation.profile.stack.ProfileStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells what a station expects to offer, truly or by a factor. */
record CompositeTeller(ProfileStack stack, Collection<EvseUnit> units) {

  private static final int LONGEST_SECONDS = 86_400;

  /**
   * @param evse 0 is the station
   * @param factor 1 for the truth
   * @return empty when there is no such EVSE
   */
  Optional<CompositeSchedule> tell(
      int evse, Duration duration, Instant now, Surroundings seen, double factor) {
    if (evse != 0 && units.stream().noneMatch(unit -> unit.number() == evse)) {
      return Optional.empty();
    }
    long seconds = Math.clamp(duration.toSeconds(), 1, LONGEST_SECONDS);
    CompositeSchedule truth =
        CompositeSchedule.of(
            stack, evse, assumeRunning(evse, now), now, Duration.ofSeconds(seconds), seen);
    return Optional.of(factor == 1 ? truth : bent(truth, factor));
  }

  /** A composite schedule also tells what a transaction would get that began now (K08.FR.06). */
  private List<RunningTransaction> assumeRunning(int evse, Instant now) {
    List<RunningTransaction> assumed = new ArrayList<>();
    for (EvseUnit unit : units) {
      Optional<RunningTransaction> real = unit.session().running();
      if (real.isPresent()) {
        assumed.add(real.get());
      } else if (evse == 0 || unit.number() == evse) {
        int phases = unit.physics().phasesInUse();
        assumed.add(new RunningTransaction(unit.number(), Optional.empty(), now, phases, true));
      }
    }
    return assumed;
  }

  private static CompositeSchedule bent(CompositeSchedule truth, double factor) {
    return new CompositeSchedule(
        truth.steps().stream()
            .map(step -> new Step(step.startSecond(), bent(step.offer(), factor)))
            .toList());
  }

  private static Offer bent(Offer offer, double factor) {
    return new Offer(
        Current.ofAmps(offer.limit().amps() * factor),
        offer.setpoint().map(s -> Current.ofAmps(s.amps() * factor)));
  }
}
