package energy.setpoint.core.control;

import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TransactionEnded;
import energy.setpoint.core.event.TransactionStarted;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.site.Supply;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each station and EVSE last said. Confined to the engine's loop. */
final class StationBook {

  /** A sample of an EVSE older than this is not believed any more. */
  static final Duration SAMPLE_AGE = Duration.ofSeconds(90);

  private static final Current REALLY_FLOWING = Current.ofAmps(1);

  private final Map<StationId, String> protocols = new HashMap<>();
  private final Map<StationId, String> descriptions = new HashMap<>();
  private final Map<StationId, Instant> lastSeen = new HashMap<>();
  private final Map<EvseRef, EvseStatus> statuses = new HashMap<>();
  private final Map<EvseRef, EvseMeasured> samples = new HashMap<>();

  void saw(StationEvent event) {
    lastSeen.merge(event.station(), event.at(), (a, b) -> a.isAfter(b) ? a : b);
    switch (event) {
      case StationConnected e -> protocols.put(e.station(), e.protocol());
      case StationBooted e ->
          descriptions.put(
              e.station(), (e.vendor() + " " + e.model() + " " + e.firmware()).strip());
      case EvseStatusReported e -> statuses.put(e.evse(), e.status());
      case EvseMeasured e -> samples.put(e.evse(), e);
      case StationLost _, TransactionStarted _, TransactionEnded _, NeedsReported _ -> {}
    }
  }

  Optional<String> findProtocol(StationId station) {
    return Optional.ofNullable(protocols.get(station));
  }

  Optional<String> findDescription(StationId station) {
    return Optional.ofNullable(descriptions.get(station));
  }

  Optional<Instant> findLastSeen(StationId station) {
    return Optional.ofNullable(lastSeen.get(station));
  }

  /** {@code UNAVAILABLE} until the station says otherwise. */
  EvseStatus status(EvseRef evse) {
    return statuses.getOrDefault(evse, EvseStatus.UNAVAILABLE);
  }

  Optional<EvseMeasured> findFreshSample(EvseRef evse, Instant now) {
    return Optional.ofNullable(samples.get(evse))
        .filter(sample -> now.isBefore(sample.at().plus(SAMPLE_AGE)));
  }

  Optional<Power> findFreshPower(EvseRef evse, Instant now) {
    return findFreshSample(evse, now).flatMap(measured -> measured.sample().power());
  }

  /**
   * A sample on the phases of the grid, negative when it feeds back; empty when neither current nor
   * power was measured.
   */
  static Optional<PhaseCurrents> onGrid(Evse evse, EvseMeasured measured, Voltage voltage) {
    List<Current> currents = measured.sample().currents();
    Optional<Power> power = measured.sample().power();
    boolean feedsBack = power.map(Power::isNegative).orElse(false);
    if (evse.supply() == Supply.DC || currents.isEmpty()) {
      return power.map(p -> spread(evse, voltage.currentFor(p, evse.phases())));
    }
    Map<Phase, Current> byPhase = new EnumMap<>(Phase.class);
    for (int i = 0; i < Math.min(currents.size(), evse.phases()); i++) {
      Current current = feedsBack ? currents.get(i).negated() : currents.get(i);
      byPhase.put(evse.wiring().get(i), current);
    }
    return Optional.of(
        new PhaseCurrents(
            byPhase.getOrDefault(Phase.L1, Current.ZERO),
            byPhase.getOrDefault(Phase.L2, Current.ZERO),
            byPhase.getOrDefault(Phase.L3, Current.ZERO)));
  }

  private static PhaseCurrents spread(Evse evse, Current each) {
    return PhaseCurrents.on(evse.wiring(), each);
  }

  /**
   * The grid phases that a vehicle loads: those that it is said to have, and any on which current
   * was really seen.
   */
  List<Phase> phasesInUse(Evse evse, int declaredPhases, Voltage voltage, Instant now) {
    if (evse.supply() == Supply.DC) {
      return evse.wiring();
    }
    List<Phase> declared = evse.phasesLoadedBy(declaredPhases);
    Optional<PhaseCurrents> seen =
        findFreshSample(evse.ref(), now).flatMap(sample -> onGrid(evse, sample, voltage));
    return evse.wiring().stream()
        .filter(phase ->
            declared.contains(phase)
                || seen.map(c -> c.on(phase).isMoreThan(REALLY_FLOWING)).orElse(false))
        .toList();
  }
}
