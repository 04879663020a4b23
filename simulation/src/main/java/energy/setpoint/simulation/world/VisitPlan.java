package energy.setpoint.simulation.world;

import energy.setpoint.core.time.Interval;
import java.util.Comparator;
import java.util.List;

/** Who comes when. The same question gets the same answer. */
@FunctionalInterface
public interface VisitPlan {

  /** The visits that begin within an interval, in the order in which they begin. */
  List<Visit> beginningIn(Interval interval);

  /** Visits that are known in advance, as from a recording. */
  static VisitPlan of(List<Visit> visits) {
    List<Visit> sorted =
        visits.stream().sorted(Comparator.comparing(visit -> visit.stay().start())).toList();
    return interval ->
        sorted.stream().filter(visit -> interval.contains(visit.stay().start())).toList();
  }
}
