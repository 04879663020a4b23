package energy.setpoint.core.control;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reading.InverterReading;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What of each circuit is taken by things that the engine does not control. Production and
 * discharge are never counted as relief: a cloud is faster than a charging station.
 */
final class Occupation {

  /** An inverter that produces less than this share of its rating is taken to be in the dark. */
  private static final double DARK = 0.01;

  /** What an inverter in the dark may rise to before the guard looks again. */
  private static final double DAWN = 0.1;

  private final Site site;
  private final ControlSettings settings;

  Occupation(Site site, ControlSettings settings) {
    this.site = site;
    this.settings = settings;
  }

  /**
   * Taken from what may be imported.
   *
   * @param estimated uncontrolled load of the whole site as measured; empty when unknown, then the
   *     configured maximum counts
   */
  Map<CircuitId, PhaseCurrents> ofImport(Optional<PhaseCurrents> estimated) {
    Map<CircuitId, PhaseCurrents> occupied = new HashMap<>();
    for (Circuit circuit : site.circuits().all()) {
      addTowardsRoot(occupied, circuit.id(), circuit.uncontrolledMax());
    }
    CircuitId root = site.circuits().root().id();
    PhaseCurrents most = occupied.getOrDefault(root, PhaseCurrents.ZERO);
    PhaseCurrents margin = PhaseCurrents.balanced(settings.uncontrolledMargin());
    estimated.ifPresent(load -> occupied.put(root, load.plus(margin).min(most).max(load)));
    return occupied;
  }

  /** Taken from what may be exported: what the inverters can produce. */
  Map<CircuitId, PhaseCurrents> ofExport(DeviceBook devices, Instant now) {
    Map<CircuitId, PhaseCurrents> occupied = new HashMap<>();
    for (Inverter inverter : site.inverters()) {
      Optional<Power> produced =
          devices.findFreshInverter(inverter.id(), now).map(InverterReading::power);
      boolean dark = produced.map(p -> -p.watts() < DARK * inverter.rated().watts()).orElse(false);
      Power possible = inverter.rated().times(dark ? DAWN : 1);
      PhaseCurrents currents = PhaseCurrents.balanced(site.voltage().currentFor(possible, 3));
      addTowardsRoot(occupied, inverter.circuit(), currents);
    }
    return occupied;
  }

  private void addTowardsRoot(
      Map<CircuitId, PhaseCurrents> occupied, CircuitId from, PhaseCurrents currents) {
    for (Circuit circuit : site.circuits().pathToRoot(from)) {
      occupied.merge(circuit.id(), currents, PhaseCurrents::plus);
    }
  }
}
