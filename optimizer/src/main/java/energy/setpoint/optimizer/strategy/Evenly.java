package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.heuristic.Headroom;
import java.util.ArrayList;
import java.util.List;

/**
 * All rise together; who has enough or meets a full fuse stays where it is, and the others go on.
 */
final class Evenly implements SharingRule {

  private static final double NOISE_WATTS = 1e-6;

  @Override
  public double[] share(Interval moment, int index, List<Waiting> waiting, Headroom headroom) {
    double[] watts = new double[waiting.size()];
    List<Integer> rising = new ArrayList<>();
    for (int place = 0; place < watts.length; place++) {
      rising.add(place);
    }
    while (!rising.isEmpty()) {
      List<Waiting> together = rising.stream().map(waiting::get).toList();
      double rise = headroom.mostForEach(together.stream().map(Waiting::demand).toList(), index);
      for (int place : rising) {
        rise = Math.min(rise, waiting.get(place).mostWatts() - watts[place]);
      }
      for (int place : rising) {
        watts[place] += rise;
        headroom.take(waiting.get(place).demand(), index, rise);
      }
      int before = rising.size();
      rising.removeIf(place -> isDone(waiting.get(place), watts[place], index, headroom));
      if (rising.size() == before) {
        break; // only rounding is left
      }
    }
    return watts;
  }

  private static boolean isDone(Waiting vehicle, double watts, int index, Headroom headroom) {
    return vehicle.mostWatts() - watts < NOISE_WATTS
        || headroom.most(vehicle.demand(), index) < NOISE_WATTS;
  }
}
