package energy.setpoint.app.web.view;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.StateOfCharge;
import java.util.List;

/** Numbers without digits that nobody measured. */
final class Rounded {

  private Rounded() {}

  static double watts(Power power) {
    return tenth(power.watts());
  }

  static double wattHours(Energy energy) {
    return tenth(energy.wattHours());
  }

  static double percent(StateOfCharge soc) {
    return tenth(soc.percent());
  }

  /** In A for L1, L2 and L3, exact to the milliampere. */
  static List<Double> amps(PhaseCurrents currents) {
    return List.of(currents.l1().amps(), currents.l2().amps(), currents.l3().amps());
  }

  static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  static double price(double value) {
    return Math.round(value * 1e6) / 1e6;
  }
}
