package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.Circuit;
import energy.setpoint.core.site.CircuitId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the limit that a row of a program is about. Rows are named with the limit's own words. */
public final class LimitNames {

  private final Map<String, WhyLimit> byWords = new HashMap<>();

  public LimitNames(PlanningProblem problem) {
    problem.circuits().all().forEach(this::add);
    for (GridEvent event : problem.events()) {
      add(new WhyLimit.Event(event.id(), true));
      add(new WhyLimit.Event(event.id(), false));
    }
    add(new WhyLimit.Connection(false));
    add(new WhyLimit.Connection(true));
  }

  private void add(Circuit circuit) {
    CircuitId id = circuit.id();
    for (Phase phase : Phase.values()) {
      add(new WhyLimit.Fuse(id, phase, false));
      add(new WhyLimit.Fuse(id, phase, true));
      for (Phase other : Phase.values()) {
        add(new WhyLimit.Imbalance(id, phase, other));
      }
    }
    add(new WhyLimit.Transformer(id, false));
    add(new WhyLimit.Transformer(id, true));
  }

  private void add(WhyLimit limit) {
    byWords.put(limit.words(), limit);
  }

  /** The limit of a row; empty when the row is about something else. */
  public Optional<WhyLimit> find(String subject) {
    return Optional.ofNullable(byWords.get(subject));
  }
}
