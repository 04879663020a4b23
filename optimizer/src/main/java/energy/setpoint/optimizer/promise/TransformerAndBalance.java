package energy.setpoint.optimizer.promise;

import energy.setpoint.core.quantity.Phase;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Branch;
import energy.setpoint.optimizer.model.Flow;
import energy.setpoint.optimizer.model.PlanningModel;

/**
 * The limits of a circuit that concern several of its phases. Maths: {@code
 * docs/optimizer/transformer-and-balance.md}.
 */
final class TransformerAndBalance {

  private TransformerAndBalance() {}

  static void addTo(PlanningModel model, Branch branch, int step) {
    branch.circuit().rating().ifPresent(r -> addRating(model, branch, step, r.kilowatts()));
    branch
        .circuit()
        .maxImbalance()
        .map(current -> current.at(model.problem().voltage(), 1).kilowatts())
        .ifPresent(most -> addImbalance(model, branch, step, most));
  }

  private static void addRating(PlanningModel model, Branch branch, int step, double ratingKw) {
    double credit = model.problem().reliefCredit();
    String subject = "transformer of circuit " + branch.circuit().id();
    Flow all = branch.allPhases(step);
    Terms towards = model.linear().merged(all.net(credit));
    Limit.taking(subject, step, all, credit, ratingKw).addTo(model, towards, 0);
    Terms back = model.linear().merged(all.negative());
    Limit.giving(subject + " (feeding back)", step, all, ratingKw).addTo(model, back, 0);
  }

  private static void addImbalance(PlanningModel model, Branch branch, int step, double mostKw) {
    for (Phase more : Phase.values()) {
      for (Phase less : Phase.values()) {
        if (more != less) {
          addImbalance(model, branch, step, mostKw, more, less);
        }
      }
    }
  }

  private static void addImbalance(
      PlanningModel model, Branch branch, int step, double mostKw, Phase more, Phase less) {
    Flow one = branch.flow(more, step);
    Flow other = branch.flow(less, step);
    boolean alike = branch.group(more) == branch.group(less);
    Flow.Part up = alike ? Flow.Part.NOTHING : one.taking().and(other.giving());
    Flow.Part down = alike ? Flow.Part.NOTHING : one.giving().and(other.taking());
    Flow difference =
        new Flow(up, down, one.loadKw() + other.sunKw(), one.sunKw() + other.loadKw());
    String subject = more + " above " + less + " on circuit " + branch.circuit().id();
    Terms row = model.linear().merged(difference.net(1));
    Limit.taking(subject, step, difference, 1, mostKw).addTo(model, row, 0);
  }
}
