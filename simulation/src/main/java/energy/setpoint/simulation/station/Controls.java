package energy.setpoint.simulation.station;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.ChargingProfile;
import energy.setpoint.simulation.profile.ProfileFilter;
import energy.setpoint.simulation.profile.ProfileStack;
import energy.setpoint.simulation.profile.RunningTransaction;
import energy.setpoint.simulation.profile.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries out what the engine asks of a station.
 *
 * @param triggered hears the name of a message that shall be sent soon, or {@code Reset}
 */
record Controls(
    ProfileStack profiles,
    Map<Integer, EvseUnit> units,
    Supplier<List<RunningTransaction>> running,
    Supplier<Instant> clock,
    Consumer<String> triggered)
    implements StationControls {

  static final String RESET = "Reset";
  private static final List<String> TRIGGERS =
      List.of("BootNotification", "Heartbeat", "StatusNotification", "MeterValues");
  private static final int LONGEST_COMPOSITE_SECONDS = 86_400;

  @Override
  public Instant now() {
    return clock.get();
  }

  @Override
  public Verdict install(ChargingProfile profile) {
    return profiles.install(profile, running.get());
  }

  @Override
  public int clear(ProfileFilter filter) {
    return profiles.clear(filter);
  }

  @Override
  public Optional<List<CompositeStep>> composite(int evse, Duration duration) {
    if (!units.containsKey(evse)) {
      return Optional.empty();
    }
    List<RunningTransaction> assumed = assumeRunning(evse);
    List<CompositeStep> steps = new ArrayList<>();
    long seconds = Math.clamp(duration.toSeconds(), 1, LONGEST_COMPOSITE_SECONDS);
    for (int second = 0; second < seconds; second++) {
      double amps = amps(evse, assumed, now().plusSeconds(second));
      if (steps.isEmpty() || steps.getLast().amps() != amps) {
        steps.add(new CompositeStep(second, amps));
      }
    }
    return Optional.of(steps);
  }

  @Override
  public double voltsTimesPhases(int evse) {
    return Optional.ofNullable(units.get(evse))
        .map(u -> u.physics().voltage().volts() * u.physics().evse().phases())
        .orElse(0.0);
  }

  @Override
  public boolean startRemotely(OptionalInt evse, String token) {
    Collection<EvseUnit> asked =
        evse.isPresent()
            ? Optional.ofNullable(units.get(evse.getAsInt())).stream().toList()
            : units.values();
    return asked.stream().anyMatch(unit -> unit.offerToken(token));
  }

  @Override
  public boolean stopRemotely(String transactionId) {
    Optional<EvseUnit> unit =
        units.values().stream()
            .filter(
                u -> u.transaction().flatMap(Transaction::id).equals(Optional.of(transactionId)))
            .findFirst();
    unit.ifPresent(u -> u.end(EndReason.REMOTE));
    return unit.isPresent();
  }

  @Override
  public boolean trigger(String message) {
    boolean known = TRIGGERS.contains(message);
    if (known) {
      triggered.accept(message);
    }
    return known;
  }

  @Override
  public void reset() {
    triggered.accept(RESET);
  }

  /** A composite schedule also tells what a transaction would get that began now. */
  private List<RunningTransaction> assumeRunning(int evse) {
    List<RunningTransaction> assumed = new ArrayList<>(running.get());
    EvseUnit unit = units.get(evse);
    if (unit != null && assumed.stream().noneMatch(tx -> tx.evse() == evse)) {
      int phases = unit.physics().phasesInUse();
      assumed.add(new RunningTransaction(evse, Optional.empty(), now(), phases, true));
    }
    return assumed;
  }

  private double amps(int evse, List<RunningTransaction> assumed, Instant at) {
    Offer offer = profiles.offers(assumed, at, Duration.ZERO).getOrDefault(evse, Offer.NONE);
    return offer
        .setpoint()
        .map(s -> s.min(offer.limit()))
        .orElse(offer.limit())
        .max(Current.ZERO)
        .amps();
  }
}
