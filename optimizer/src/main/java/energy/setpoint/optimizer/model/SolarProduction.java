package energy.setpoint.optimizer.model;

import energy.setpoint.core.plan.PlanningProblem;

/**
 * Solar inverters produce what is forecast; nothing curtails them. Maths: {@code
 * docs/optimizer/solar-production.md}.
 */
public final class SolarProduction implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    PlanningProblem problem = model.problem();
    for (int forecast = 0; forecast < problem.solar().size(); forecast++) {
      for (int step = 0; step < model.grid().size(); step++) {
        double kilowatts = problem.solar().get(forecast).production().watts(step) / 1000;
        model.linear().bound(model.solar(forecast, step), kilowatts, kilowatts);
      }
    }
  }
}
