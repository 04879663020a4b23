package energy.setpoint.core.control.book;

import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.event.EvseMeasured;
import energy.setpoint.core.event.EvseStatus;
import energy.setpoint.core.event.EvseStatusReported;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.PriorityChanged;
import energy.setpoint.core.event.ProfilesReported;
import energy.setpoint.core.event.ScheduleAnnounced;
import energy.setpoint.core.event.StationBooted;
import energy.setpoint.core.event.StationConnected;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.event.StationLost;
import energy.setpoint.core.event.TariffsReported;
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
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each station and EVSE last said. Confined to the engine's loop. */
public final class StationBook {

  /** A sample of an EVSE older than this is not believed any more. */
  public static final Duration SAMPLE_AGE = Duration.ofSeconds(90);

  private static final Current REALLY_FLOWING = Current.ofAmps(1);
  private static final double FLOWING_WATTS = 230;

  private final Map<StationId, String> protocols = new HashMap<>();
  private final Map<StationId, String> descriptions = new HashMap<>();
  private final Map<StationId, Instant> lastSeen = new HashMap<>();
  private final Map<EvseRef, EvseStatus> statuses = new HashMap<>();
  private final Map<EvseRef, Instant> statusTimes = new HashMap<>();
  private final Map<EvseRef, EvseMeasured> samples = new HashMap<>();
  private final Map<EvseRef, Set<Phase>> seenPhases = new HashMap<>();
  private final Map<EvseRef, ScheduleAnnounced> announced = new HashMap<>();
  private final Map<EvseRef, String> prioritized = new HashMap<>();
  private final Map<StationId, List<String>> profileConcerns = new HashMap<>();
  private final Set<EvseRef> unsettledPhases = new HashSet<>();

  /** Writes down what a station of the site said. */
  public void saw(StationEvent event) {
    lastSeen.merge(event.station(), event.at(), (a, b) -> a.isAfter(b) ? a : b);
    switch (event) {
      case StationConnected e -> protocols.put(e.station(), e.protocol());
      case StationBooted e ->
          descriptions.put(
              e.station(), (e.vendor() + " " + e.model() + " " + e.firmware()).strip());
      case EvseStatusReported e -> {
        statuses.put(e.evse(), e.status());
        statusTimes.put(e.evse(), e.at());
      }
      case EvseMeasured e -> sampled(e);
      case ScheduleAnnounced e -> announced.put(e.evse(), e);
      case PriorityChanged e -> prioritized(e);
      case ProfilesReported e -> profileConcerns.put(e.station(), e.concerns());
      case StationLost _, TransactionStarted _, TransactionEnded _, NeedsReported _ -> {}
      case DerEvent _, TariffsReported _, ExternalLimitEvent _ -> {}
    }
  }

  private void prioritized(PriorityChanged event) {
    if (event.priority()) {
      prioritized.put(event.evse(), event.transactionId());
    } else {
      prioritized.remove(event.evse(), event.transactionId());
    }
  }

  /** The transaction at an EVSE is over, and what was said about it. */
  public void forgetTransaction(EvseRef evse) {
    announced.remove(evse);
    prioritized.remove(evse);
    unsettledPhases.remove(evse);
  }

  /** The running transaction may come to load other phases than were seen, at any moment. */
  public void expectOtherPhases(EvseRef evse) {
    unsettledPhases.add(evse);
  }

  /** What was not as it should be when the station last told which profiles it holds. */
  public List<String> listProfileConcerns(StationId station) {
    return profileConcerns.getOrDefault(station, List.of());
  }

  /** What the vehicle said last that it will do; empty when it did not say. */
  public Optional<ScheduleAnnounced> findAnnounced(EvseRef evse) {
    return Optional.ofNullable(announced.get(evse));
  }

  /** True while the transaction charges by its priority profile. */
  public boolean hasPriority(EvseRef evse) {
    return prioritized.containsKey(evse);
  }

  /** A sample that tells neither current nor power does not hide one that did. */
  private void sampled(EvseMeasured event) {
    boolean telling = event.sample().power().isPresent() || !event.sample().currents().isEmpty();
    EvseMeasured known = samples.get(event.evse());
    if (telling && (known == null || !event.at().isBefore(known.at()))) {
      samples.put(event.evse(), event);
    }
  }

  /** The OCPP subprotocol; empty until it connected. */
  public Optional<String> findProtocol(StationId station) {
    return Optional.ofNullable(protocols.get(station));
  }

  /** Vendor, model and firmware; empty until it booted. */
  public Optional<String> findDescription(StationId station) {
    return Optional.ofNullable(descriptions.get(station));
  }

  /** When it last said anything; empty until it did. */
  public Optional<Instant> findLastSeen(StationId station) {
    return Optional.ofNullable(lastSeen.get(station));
  }

  /** Whether it said at a moment or later that nobody is there, and nothing else since. */
  public boolean isFreeSince(EvseRef evse, Instant moment) {
    return status(evse) == EvseStatus.AVAILABLE
        && !statusTimes.getOrDefault(evse, Instant.MIN).isBefore(moment);
  }

  /** {@code UNAVAILABLE} until the station says otherwise. */
  public EvseStatus status(EvseRef evse) {
    return statuses.getOrDefault(evse, EvseStatus.UNAVAILABLE);
  }

  /** The last sample that told current or power; empty when it is stale. */
  public Optional<EvseMeasured> findFreshSample(EvseRef evse, Instant now) {
    return Optional.ofNullable(samples.get(evse))
        .filter(sample -> now.isBefore(sample.at().plus(SAMPLE_AGE)));
  }

  /** Negative when it feeds back; empty when stale or never measured. */
  public Optional<Power> findFreshPower(EvseRef evse, Instant now) {
    return findFreshSample(evse, now).flatMap(measured -> measured.sample().power());
  }

  /**
   * A sample on the phases of the grid, negative when it feeds back; empty when neither current nor
   * power was measured.
   */
  public static Optional<PhaseCurrents> onGrid(Evse evse, EvseMeasured measured, Voltage voltage) {
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

  /** True when it was freshly seen to draw or feed back more than a device at rest does. */
  public boolean isCurrentFlowing(EvseRef evse, Instant now) {
    return findFreshPower(evse, now).map(p -> Math.abs(p.watts()) > FLOWING_WATTS).orElse(false);
  }

  /** On how many phases current flows. */
  public static int phasesIn(PhaseCurrents currents) {
    return (int) Arrays.stream(Phase.values()).filter(it -> isFlowing(currents.on(it))).count();
  }

  private static boolean isFlowing(Current current) {
    return current.max(current.negated()).isMoreThan(REALLY_FLOWING);
  }

  /** Notes on which phases current was really seen. */
  public void learnPhases(Evse evse, PhaseCurrents onGrid) {
    for (Phase phase : evse.wiring()) {
      if (isFlowing(onGrid.on(phase))) {
        seenPhases.computeIfAbsent(evse.ref(), ref -> EnumSet.noneOf(Phase.class)).add(phase);
      }
    }
  }

  /** The next vehicle may load other phases. */
  public void forgetPhases(EvseRef evse) {
    seenPhases.remove(evse);
  }

  /**
   * The grid phases that are counted for a vehicle: all that the EVSE is wired to, until current
   * was seen on some; then those, paused or not. What is only declared is not believed, nor what
   * was seen of a transaction whose phases may change.
   */
  public List<Phase> phasesCounted(Evse evse) {
    Set<Phase> seen = seenPhases.getOrDefault(evse.ref(), Set.of());
    boolean unsettled = unsettledPhases.contains(evse.ref());
    return evse.supply() == Supply.DC || seen.isEmpty() || unsettled
        ? evse.wiring()
        : evse.wiring().stream().filter(seen::contains).toList();
  }

  /** How many phases share the vehicle's power: those seen, before that those declared. */
  public int phasesLoaded(Evse evse, int declared) {
    if (evse.supply() == Supply.DC) {
      return evse.phases();
    }
    Set<Phase> seen = seenPhases.getOrDefault(evse.ref(), Set.of());
    return seen.isEmpty() ? evse.phasesLoadedBy(declared).size() : seen.size();
  }
}
