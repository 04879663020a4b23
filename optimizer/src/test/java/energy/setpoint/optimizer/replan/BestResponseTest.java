package energy.setpoint.optimizer.replan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import energy.setpoint.optimizer.linear.Bounds;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.ReducedCosts;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The price of a vehicle's own row. */
class BestResponseTest {

  /** Three steps in which 10 kW give 9 kWh each. */
  private static double price(double needed, double room, double... costs) {
    LinearModel model = new LinearModel();
    Terms cost = new Terms();
    int row = vehicle(model, cost, needed, room, costs);
    return BestResponse.price(model, row, new ReducedCosts(model, cost, new double[1]));
  }

  private static int vehicle(
      LinearModel model, Terms cost, double needed, double room, double... costs) {
    Terms energy = new Terms();
    for (int step = 0; step < costs.length; step++) {
      Variable charge = model.variable("charge", "van", step, 0, 10);
      cost.plus(charge, costs[step]);
      energy.plus(charge, 0.9);
    }
    return model.row("target of van", -1, needed, energy, room);
  }

  @Test
  void isThatOfTheDearestEnergyItMustTake() {
    assertThat(price(12, 50, 0.27, 0.09, 0.18)).isEqualTo(0.2, within(1e-12));
  }

  @Test
  void isNothingWhereItTakesAllThatItIsPaidForAndHasRoomLeft() {
    assertThat(price(5, 50, -0.09, 0.09, 0.18)).isZero();
  }

  @Test
  void isNegativeWhereItWouldTakeMoreThanFits() {
    assertThat(price(5, 12, -0.09, -0.18, 0.18)).isEqualTo(-0.1, within(1e-12));
  }

  @Test
  void provesMoreThanAnyOtherPriceOfTheRow() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      LinearModel model = new LinearModel();
      Terms cost = new Terms();
      double needed = random.nextDouble(40);
      double room = needed + random.nextDouble(20);
      double[] costs = random.doubles(6, -0.1, 0.3).toArray();
      int row = vehicle(model, cost, needed, room, costs);

      double best = BestResponse.price(model, row, new ReducedCosts(model, cost, new double[1]));

      double other = random.nextDouble(-0.5, 0.5);
      assertThat(proven(model, cost, best))
          .isGreaterThanOrEqualTo(proven(model, cost, other) - 1e-9);
    }
  }

  private static double proven(LinearModel model, Terms cost, double price) {
    return new ReducedCosts(model, cost, new double[] {price}).bound(Bounds.of(model));
  }
}
