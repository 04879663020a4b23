package energy.setpoint.core.event;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.util.List;
import java.util.Optional;

/**
 * What an EVSE measured at one moment.
 *
 * @param power negative feeds back; empty when not measured
 * @param currents magnitude per phase in the EVSE's own phase order, 1 to 3 values; empty when not
 *     measured
 * @param imported register of energy taken, ever rising; empty when not measured
 * @param exported register of energy fed back, ever rising; empty when not measured
 * @param soc of the vehicle; empty when unknown
 */
public record EvseSample(
    Optional<Power> power,
    List<Current> currents,
    Optional<Energy> imported,
    Optional<Energy> exported,
    Optional<StateOfCharge> soc) {

  public EvseSample {
    currents = List.copyOf(currents);
  }
}
