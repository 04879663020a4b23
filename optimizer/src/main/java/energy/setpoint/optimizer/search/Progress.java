package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.Plan;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The best plan that a search has found so far, for whoever cannot wait for its end. */
public final class Progress {

  private final AtomicReference<Optional<Plan>> best = new AtomicReference<>(Optional.empty());

  void found(Plan plan) {
    best.set(Optional.of(plan));
  }

  public Optional<Plan> best() {
    return best.get();
  }
}
