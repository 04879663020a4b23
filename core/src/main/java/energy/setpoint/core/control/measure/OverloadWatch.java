package energy.setpoint.core.control.measure;

import energy.setpoint.core.control.ControlCounters;
import energy.setpoint.core.control.book.DeviceBook;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.reading.MeterReading;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Meter;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Notices where a meter sees more than a fuse is made for, and says why. The guard has made others
 * give way by then; this is for the operator. Confined to the engine's loop.
 */
public final class OverloadWatch {

  private static final System.Logger LOG = System.getLogger(OverloadWatch.class.getName());

  private final Site site;
  private final DeviceBook devices;
  private final Reconciler ledgers;
  private final ControlCounters counters;
  private final Set<Place> known = new HashSet<>();
  private List<String> now = List.of();

  private record Place(CircuitId circuit, Phase phase) {}

  public OverloadWatch(
      Site site, DeviceBook devices, Reconciler ledgers, ControlCounters counters) {
    this.site = site;
    this.devices = devices;
    this.ledgers = ledgers;
    this.counters = counters;
  }

  /**
   * Looks at every circuit with a fresh meter; each overload is logged and counted when it begins.
   *
   * @param occupied what loads outside the engine's control are counted at
   */
  public void look(Map<CircuitId, PhaseCurrents> occupied, Instant at) {
    List<String> overloads = new ArrayList<>();
    Set<Place> seen = new HashSet<>();
    for (Meter meter : site.meters()) {
      Optional<MeterReading> reading =
          devices
              .findFresh(meter.id(), at)
              .filter(MeterReading.class::isInstance)
              .map(MeterReading.class::cast);
      for (Phase phase : Phase.values()) {
        reading
            .flatMap(it -> overload(meter, it.currents().on(phase), phase, occupied, at))
            .ifPresent(text -> {
              overloads.add(text);
              begin(new Place(meter.circuit(), phase), text, seen);
            });
      }
    }
    known.retainAll(seen);
    now = List.copyOf(overloads);
  }

  private void begin(Place place, String text, Set<Place> seen) {
    seen.add(place);
    if (known.add(place)) {
      counters.countOverload();
      LOG.log(System.Logger.Level.WARNING, text);
    }
  }

  private Optional<String> overload(
      Meter meter,
      Current measured,
      Phase phase,
      Map<CircuitId, PhaseCurrents> occupied,
      Instant at) {
    Circuit circuit = site.circuits().find(meter.circuit()).orElseThrow();
    Current carried = measured.max(measured.negated());
    Current fuse = circuit.fuse().on(phase);
    if (!carried.isMoreThan(fuse)) {
      return Optional.empty();
    }
    Current others = occupied.getOrDefault(circuit.id(), PhaseCurrents.ZERO).on(phase);
    return Optional.of(
        "Circuit "
            + circuit.id()
            + " carries "
            + carried
            + " on "
            + phase
            + ", more than its fuse of "
            + fuse
            + "; loads outside the engine's control count with "
            + others
            + culprits(circuit, phase, at)
            + ".");
  }

  private String culprits(Circuit circuit, Phase phase, Instant at) {
    String names =
        site.stations().stream()
            .filter(station -> site.circuits().pathToRoot(station.circuit()).contains(circuit))
            .flatMap(station -> station.evses().stream())
            .filter(evse -> evse.wiring().contains(phase) && drawsMore(evse, at))
            .map(evse -> evse.ref().toString())
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; more than they confirmed draw: " + names;
  }

  private boolean drawsMore(Evse evse, Instant at) {
    return ledgers
        .ledger(evse.ref())
        .findDisobedience(at)
        .filter(it -> it.kind() == Disobedience.Kind.DRAWS_MORE)
        .isPresent();
  }

  /** What is overloaded now, for people. */
  public List<String> list() {
    return now;
  }
}
