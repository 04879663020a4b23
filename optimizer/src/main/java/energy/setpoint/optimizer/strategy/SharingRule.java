package energy.setpoint.optimizer.strategy;

import energy.setpoint.core.time.Interval;
import energy.setpoint.optimizer.heuristic.Headroom;
import java.util.List;

/** Says who gets how much power in one step, from nothing but who is there in it. */
interface SharingRule {

  /**
   * @param moment the step
   * @param index of the step
   * @param waiting in no particular order
   * @param headroom from which every watt is taken that the rule grants
   * @return watts for each that waits, in the same order, at most its {@code mostWatts}
   */
  double[] share(Interval moment, int index, List<Waiting> waiting, Headroom headroom);
}
