package energy.setpoint.app.plan.reading;

import energy.setpoint.app.plan.json.Part;
import energy.setpoint.app.plan.request.LoadRequest;
import energy.setpoint.core.plan.part.UncontrolledLoad;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.PowerCurve;
import energy.setpoint.core.time.TimeGrid;
import java.util.List;

/** Reads a load that is given as a whole or phase by phase. */
final class LoadReader {

  private LoadReader() {}

  static UncontrolledLoad read(LoadRequest load, CircuitId circuit, TimeGrid grid, Part part) {
    boolean byPhase = !(load.l1W().isEmpty() && load.l2W().isEmpty() && load.l3W().isEmpty());
    if (!byPhase) {
      return UncontrolledLoad.balanced(
          circuit, part.curve("powerW", load.powerW(), grid, -Part.MOST, Part.MOST));
    }
    if (!load.powerW().isEmpty()) {
      part.findings().at("powerW").add("Expected either this, or l1W, l2W and l3W, not both.");
    }
    return new UncontrolledLoad(
        circuit,
        phase("l1W", load.l1W(), grid, part),
        phase("l2W", load.l2W(), grid, part),
        phase("l3W", load.l3W(), grid, part));
  }

  private static PowerCurve phase(String key, List<Double> values, TimeGrid grid, Part part) {
    return part.curve(key, values, grid, -Part.MOST, Part.MOST, step -> 0);
  }
}
