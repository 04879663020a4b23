package energy.setpoint.optimizer.integer;

import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Direction;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.Rulings;
import energy.setpoint.optimizer.model.Rulings.Barred;
import energy.setpoint.optimizer.model.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A storage charges or discharges in a step, not both. Maths: {@code docs/optimizer/directions.md}.
 */
final class OneWayAtATime implements EitherOr {

  private final List<Choice> choices = new ArrayList<>();

  private record Choice(Storage storage, int step, Variable fills) {}

  @Override
  public void addTo(PlanningModel model) {
    for (Storage storage : model.storages()) {
      double roundTrip =
          storage.traits().chargeEfficiency() * storage.traits().dischargeEfficiency();
      if (storage.twoWay() && roundTrip < 1) {
        for (int step = storage.first(); step < storage.end(); step++) {
          add(model.linear(), storage, step);
        }
      }
    }
  }

  private void add(LinearModel linear, Storage storage, int step) {
    double in = linear.upper(storage.charge(step));
    double out = linear.upper(storage.discharge(step));
    if (in <= 0 || out <= 0) {
      return;
    }
    Variable fills = linear.binary("fills", storage.name(), step);
    String subject = "direction of " + storage.name();
    linear.atMost(subject, step, Terms.of(storage.charge(step), 1).plus(fills, -in), 0);
    linear.atMost(subject, step, Terms.of(storage.discharge(step), 1).plus(fills, out), out);
    choices.add(new Choice(storage, step, fills));
  }

  @Override
  public Rulings chosen(Rulings before, double[] values) {
    Set<Barred> barred = new HashSet<>();
    for (Choice choice : choices) {
      boolean fills = values[choice.fills().index()] > 0.5;
      barred.add(
          new Barred(
              choice.storage().name(),
              choice.step(),
              fills ? Direction.DISCHARGE : Direction.CHARGE));
    }
    return before.withBarred(barred);
  }

  @Override
  public void complete(double[] values) {
    for (Choice choice : choices) {
      double in = values[choice.storage().charge(choice.step()).index()];
      double out = values[choice.storage().discharge(choice.step()).index()];
      values[choice.fills().index()] = in >= out ? 1 : 0;
    }
  }
}
