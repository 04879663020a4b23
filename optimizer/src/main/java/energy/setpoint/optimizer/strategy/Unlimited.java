package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.heuristic.Headroom;
import java.util.List;

/** Everybody takes all it can, whatever the fuses: a site without any control. */
final class Unlimited implements SharingRule {

  @Override
  public double[] share(Interval moment, int index, List<Waiting> waiting, Headroom headroom) {
    return waiting.stream().mapToDouble(Waiting::mostWatts).toArray();
  }
}
