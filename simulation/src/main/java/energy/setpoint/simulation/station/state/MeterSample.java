package energy.setpoint.simulation.station.state;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.physics.SimulatedEvse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the meter of an EVSE shows at a moment.
 *
 * @param importedWattHours register, rounded down to whole watt-hours
 */
public record MeterSample(Instant at, long importedWattHours, List<Reading> readings) {

  public MeterSample {
    readings = List.copyOf(readings);
  }

  /**
   * @param tellsSoc true when the version and the cable let the station know the vehicle's charge
   */
  public static MeterSample of(SimulatedEvse evse, Instant at, boolean tellsSoc) {
    boolean both = evse.evse().bidirectional();
    List<Reading> readings = new ArrayList<>();
    double watts = evse.power().watts();
    readings.add(plain("Energy.Active.Import.Register", "Wh", evse.imported().wattHours()));
    if (both) {
      readings.add(plain("Energy.Active.Export.Register", "Wh", evse.exported().wattHours()));
    }
    readings.add(plain("Power.Active.Import", "W", Math.max(0, watts)));
    if (both) {
      readings.add(plain("Power.Active.Export", "W", Math.max(0, -watts)));
    }
    addCurrents(readings, evse.meteredCurrents(), both);
    if (tellsSoc || evse.evse().supply() == Supply.DC) {
      evse.vehicle().ifPresent(v -> readings.add(plain("SoC", "Percent", v.soc().percent())));
    }
    return new MeterSample(at, (long) evse.imported().wattHours(), readings);
  }

  private static void addCurrents(List<Reading> readings, List<Current> currents, boolean both) {
    for (int i = 0; i < currents.size(); i++) {
      double amps = currents.get(i).amps();
      Optional<String> phase = Optional.of("L" + (i + 1));
      readings.add(new Reading("Current.Import", phase, "A", Math.max(0, amps)));
      if (both) {
        readings.add(new Reading("Current.Export", phase, "A", Math.max(0, -amps)));
      }
    }
  }

  private static Reading plain(String measurand, String unit, double value) {
    return new Reading(measurand, Optional.empty(), unit, value);
  }
}
