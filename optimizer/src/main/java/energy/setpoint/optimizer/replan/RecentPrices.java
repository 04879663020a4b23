package energy.setpoint.optimizer.replan;

import energy.setpoint.core.plan.PlanId;
import energy.setpoint.optimizer.model.PlanningModel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the rows of the last plans' programs cost. Nothing depends on it but speed: a plan that is
 * forgotten is searched for anew. Safe for many threads.
 */
public final class RecentPrices {

  private static final int MOST_ROWS = 1_000_000;

  private final int mostRows;
  private final Map<PlanId, RowPrices> byPlan = new LinkedHashMap<>(16, 0.75f, true);
  private int rows;

  public RecentPrices() {
    this(MOST_ROWS);
  }

  /**
   * @param mostRows of all plans together
   */
  RecentPrices(int mostRows) {
    this.mostRows = mostRows;
  }

  /**
   * Takes note, and forgets the plans that were not asked for the longest when it becomes too much.
   *
   * @param prices what one more on the right side of each row of the model costs, in currency
   */
  public synchronized void remember(PlanId plan, PlanningModel model, double[] prices) {
    forget(plan);
    RowPrices learned = RowPrices.of(model, prices);
    byPlan.put(plan, learned);
    rows += learned.rows();
    while (rows > mostRows) {
      forget(byPlan.keySet().iterator().next());
    }
  }

  private void forget(PlanId plan) {
    Optional.ofNullable(byPlan.remove(plan)).ifPresent(forgotten -> rows -= forgotten.rows());
  }

  /** What is known of a plan that was found a while ago. */
  public synchronized Optional<RowPrices> find(PlanId plan) {
    return Optional.ofNullable(byPlan.get(plan));
  }
}
