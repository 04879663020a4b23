package energy.setpoint.core.port;

import energy.setpoint.core.plan.Plan;

/** Keeps plans. */
public interface PlanStore {

  void save(Plan plan);
}
