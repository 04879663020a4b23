package energy.setpoint.optimizer.promise;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.ConstraintFamily;
import energy.setpoint.optimizer.model.Flow;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * The site takes and feeds in no more than the grid connection allows in each step. Towards the
 * site, production and discharge count only by the relief credit. Maths: {@code
 * docs/optimizer/grid-connection-limits.md}.
 */
public final class GridConnectionLimits implements ConstraintFamily {

  @Override
  public void addTo(PlanningModel model) {
    PlanningProblem problem = model.problem();
    double credit = problem.reliefCredit();
    for (int step = 0; step < model.steps(); step++) {
      Flow all = model.network().root().allPhases(step);
      Variable power = model.gridConnection().power(step);
      Limit most =
          Limit.taking(
              "the import limit", step, all, credit, problem.importLimit().watts(step) / 1000);
      boolean givesCount = credit < 1 && !all.giving().terms().isEmpty();
      if (givesCount) {
        most.addTo(model, model.linear().merged(all.net(credit)), 0);
      } else {
        most.addTo(model, Terms.of(power, 1), all.fixedKw(1));
      }
      Limit least =
          Limit.giving("the export limit", step, all, problem.exportLimit().watts(step) / 1000);
      least.addTo(model, Terms.of(power, -1), -all.fixedKw(1));
      double lowestKw = all.fixedKw(1) - Math.max(least.mostKw(), least.idleKw());
      double highestKw = all.fixedKw(credit) + Math.max(most.mostKw(), most.idleKw());
      model.gridConnection().limit(step, lowestKw, highestKw);
    }
  }
}
