package energy.setpoint.optimizer.check;

import energy.setpoint.core.quantity.Phase;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A limit that a plan exceeds in a step.
 *
 * @param watts what counts against it, with production and discharge by the relief credit
 * @param mostWatts what it allows
 * @param aloneWatts what counts against it if the plan did nothing: the uncontrolled load, less the
 *     sun that nobody can hold back
 * @param realWatts what there is when production and discharge come as planned
 */
record Excess(
    Limit limit, int step, double watts, double mostWatts, double aloneWatts, double realWatts) {

  /**
   * What is exceeded; its text is for people: "fuse L1 of circuit garage".
   *
   * @param phases none where it is a limit of all together
   * @param where empty for the grid connection
   */
  record Limit(String kind, Set<Phase> phases, String where) {

    Limit feedingBack() {
      return new Limit(kind, phases, where + " (feeding back)");
    }

    @Override
    public String toString() {
      List<String> names = phases.stream().sorted().map(Phase::toString).toList();
      String some = names.size() == 3 ? "L1, L2 and L3" : String.join(" and ", names);
      return Stream.of(kind, some, where)
          .filter(part -> !part.isEmpty())
          .collect(Collectors.joining(" "));
    }
  }

  /** Whether the plan has a part in it; otherwise it is no mistake of the plan. */
  boolean isOfThePlan() {
    return watts > aloneWatts + PlanCheck.NOISE_WATTS;
  }

  /** Whether it happens even when production and discharge come as planned. */
  boolean isReal() {
    return realWatts > mostWatts + PlanCheck.NOISE_WATTS;
  }

  double kilowatts() {
    return (watts - mostWatts) / 1000;
  }

  /** As a sentence. */
  String inWords() {
    return String.format(
        Locale.ROOT,
        "The %s is exceeded in step %d: %.1f W of %.1f W.",
        limit,
        step,
        watts,
        mostWatts);
  }
}
