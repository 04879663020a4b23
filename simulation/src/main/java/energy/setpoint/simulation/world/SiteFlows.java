package energy.setpoint.simulation.world;

import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.site.DeviceId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Where current flows at a moment. Load convention.
 *
 * @param circuits what flows into each circuit, in the order of the site
 * @param inverters production is negative
 * @param batteries discharge is negative
 * @param building what is drawn besides charging and devices
 */
public record SiteFlows(
    Instant at,
    SequencedMap<CircuitId, PhaseCurrents> circuits,
    SequencedMap<DeviceId, Power> inverters,
    SequencedMap<DeviceId, Power> batteries,
    Power building) {

  public SiteFlows {
    circuits = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(circuits));
    inverters = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(inverters));
    batteries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(batteries));
  }

  /**
   * What flows into a circuit.
   *
   * @throws IllegalArgumentException when there is no such circuit
   */
  public PhaseCurrents into(CircuitId circuit) {
    PhaseCurrents currents = circuits.get(circuit);
    if (currents == null) {
      throw new IllegalArgumentException("There is no circuit " + circuit + ".");
    }
    return currents;
  }
}
