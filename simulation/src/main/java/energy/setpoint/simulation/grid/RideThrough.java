package energy.setpoint.simulation.grid;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How long each deviation has lasted. Not thread-safe. */
final class RideThrough {

  private final Map<Function, Double> seconds = new EnumMap<>(Function.class);

  /** The curves beyond which the inverter has been for too long. */
  List<TripCurve> exceeded(List<TripCurve> curves, GridState grid, double output, double elapsed) {
    curves.forEach(c -> count(c, c.measured(grid, output), elapsed));
    return curves.stream()
        .filter(c -> seconds.containsKey(c.function()))
        .filter(c -> c.trips(c.measured(grid, output), seconds.getOrDefault(c.function(), 0.0)))
        .toList();
  }

  private void count(TripCurve curve, double value, double elapsed) {
    if (curve.isBeyond(value)) {
      seconds.merge(curve.function(), elapsed, Double::sum);
    } else {
      seconds.remove(curve.function());
    }
  }
}
