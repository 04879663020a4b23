package energy.setpoint.optimizer.check;

import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.quantity.Phase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The limits that stay exceeded in a plan because of what nobody controls. It tells what the plan
 * does, not what would be without it: a limit that devices or held-back sun keep is not named.
 */
public final class Overloads {

  private final PlanningProblem problem;
  private final Map<Kind, Overload> all = new LinkedHashMap<>();

  /** What is told together: the phases of a fuse in one direction. */
  private record Kind(String kind, String where, boolean isReal) {}

  /** How bad it is. */
  private static final class Overload {
    private final Set<Phase> phases = EnumSet.noneOf(Phase.class);
    private final SortedSet<Integer> steps = new TreeSet<>();
    private double worstKw;

    void add(Excess excess) {
      phases.addAll(excess.limit().phases());
      steps.add(excess.step());
      worstKw = Math.max(worstKw, excess.kilowatts());
    }
  }

  private Overloads(PlanningProblem problem) {
    this.problem = problem;
  }

  /** One sentence for each limit, without a full stop; in the order of discovery. */
  public static List<String> inWords(PlanningProblem problem, Plan plan) {
    Overloads overloads = new Overloads(problem);
    NetworkCheck network = new NetworkCheck(problem, plan.decisions());
    for (int step = 0; step < problem.grid().size(); step++) {
      if (network.isBrokenWithoutThePlan(step)) {
        network.in(step).stream().filter(e -> !e.isOfThePlan()).forEach(overloads::add);
      }
    }
    List<String> sentences = new ArrayList<>();
    overloads.all.forEach((kind, overload) -> sentences.add(overloads.sentence(kind, overload)));
    return sentences;
  }

  private void add(Excess excess) {
    Kind kind = new Kind(excess.limit().kind(), excess.limit().where(), excess.isReal());
    all.computeIfAbsent(kind, k -> new Overload()).add(excess);
  }

  private String sentence(Kind kind, Overload overload) {
    return String.format(
        Locale.ROOT,
        "the %s is exceeded by up to %.1f kW in %s from %s on, %s",
        new Excess.Limit(kind.kind(), overload.phases, kind.where()),
        overload.worstKw,
        overload.steps.size() == 1 ? "1 step" : overload.steps.size() + " steps",
        problem.grid().boundaries().get(overload.steps.first()),
        kind.isReal()
            ? "by what nobody controls"
            : "if production and discharge count by %.0f %%"
                .formatted(problem.reliefCredit() * 100));
  }
}
