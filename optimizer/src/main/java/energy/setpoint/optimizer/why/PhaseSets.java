package energy.setpoint.optimizer.why;

import energy.setpoint.core.quantity.Phase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Parts of a set of phases. */
final class PhaseSets {

  private PhaseSets() {}

  /** Single phases first, then pairs. */
  static List<Set<Phase>> smallerThan(Set<Phase> phases) {
    List<Set<Phase>> parts = new ArrayList<>();
    phases.forEach(phase -> parts.add(EnumSet.of(phase)));
    for (Phase left : phases) {
      Set<Phase> rest = EnumSet.copyOf(phases);
      rest.remove(left);
      if (rest.size() == 2) {
        parts.add(rest);
      }
    }
    return parts;
  }
}
