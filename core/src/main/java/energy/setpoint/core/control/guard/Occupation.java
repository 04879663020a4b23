package energy.setpoint.core.control.guard;

import energy.setpoint.core.control.ControlSettings;
import energy.setpoint.core.control.book.DeviceBook;
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

  /**
   * How much an inverter may rise before the guard has looked again: to twice what it produces...
   */
  private static final double SWING = 2;

  /** ...and a tenth of its rating. */
  private static final double START = 0.1;

  private final Site site;
  private final ControlSettings settings;

  Occupation(Site site, ControlSettings settings) {
    this.site = site;
    this.settings = settings;
  }

  /**
   * Taken from what may be imported: what a meter tells and a margin; where none tells, the
   * configured maximum and what the circuits below take.
   *
   * @param estimated uncontrolled load of circuits as measured, those that they feed included; one
   *     that is missing is unknown
   */
  Map<CircuitId, PhaseCurrents> ofImport(Map<CircuitId, PhaseCurrents> estimated) {
    Map<CircuitId, PhaseCurrents> occupied = new HashMap<>();
    fill(site.circuits().root(), estimated, occupied);
    return occupied;
  }

  private PhaseCurrents fill(
      Circuit circuit,
      Map<CircuitId, PhaseCurrents> estimated,
      Map<CircuitId, PhaseCurrents> occupied) {
    PhaseCurrents below =
        site.circuits().fedBy(circuit.id()).stream()
            .map(child -> fill(child, estimated, occupied))
            .reduce(circuit.uncontrolledMax(), PhaseCurrents::plus);
    PhaseCurrents margin = PhaseCurrents.balanced(settings.uncontrolledMargin());
    PhaseCurrents load =
        Optional.ofNullable(estimated.get(circuit.id()))
            .map(measured -> measured.plus(margin))
            .orElse(below);
    occupied.put(circuit.id(), load);
    return load;
  }

  /**
   * Taken from what may be exported: what the inverters may come to produce before the next look;
   * their rating when nobody knows what they produce.
   */
  Map<CircuitId, PhaseCurrents> ofExport(DeviceBook devices, Instant now) {
    Map<CircuitId, PhaseCurrents> occupied = new HashMap<>();
    for (Inverter inverter : site.inverters()) {
      Optional<Power> produced =
          devices.findFreshInverter(inverter.id(), now).map(InverterReading::power);
      Power possible =
          produced
              .map(p -> p.times(-SWING).plus(inverter.rated().times(START)))
              .orElse(inverter.rated())
              .min(inverter.rated());
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
