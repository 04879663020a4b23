package energy.setpoint.optimizer;

import energy.setpoint.core.plan.MarginalPrices;
import energy.setpoint.core.plan.MarginalPrices.LimitPrice;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.EnergyByDeparture;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what a little more would cost from the prices of a program's rows. */
final class Prices {

  /** Less per kilowatt-hour is rounding. */
  private static final double NOISE = 1e-6;

  private final PlanningModel model;
  private final EnergyPrice[] grid;
  private final List<LimitPrice> limits = new ArrayList<>();
  private final Map<SessionId, EnergyPrice> vehicles = new HashMap<>();

  private Prices(PlanningModel model) {
    this.model = model;
    grid = new EnergyPrice[model.steps()];
    Arrays.fill(grid, EnergyPrice.FREE);
  }

  /**
   * @param prices what one more on the right side of each row costs
   */
  static MarginalPrices of(PlanningModel model, double[] prices) {
    Prices found = new Prices(model);
    found.read(prices);
    return new MarginalPrices(List.of(found.grid), found.limits, found.vehicles);
  }

  private void read(double[] prices) {
    LinearModel linear = model.linear();
    Map<String, VehicleColumns> targets = new HashMap<>();
    for (VehicleColumns vehicle : model.vehicles()) {
      targets.put(EnergyByDeparture.subject(vehicle.storage()), vehicle);
    }
    for (int row = 0; row < prices.length; row++) {
      String subject = linear.subject(row);
      int step = linear.step(row);
      VehicleColumns vehicle = targets.get(subject);
      if (vehicle != null) {
        vehicles.put(vehicle.demand().session(), EnergyPrice.ofKilowattHour(prices[row]));
      } else if (subject.equals("grid balance")) {
        grid[step] = EnergyPrice.ofKilowattHour(0 - prices[row] / model.hours(step));
      } else if (step >= 0 && prices[row] < -NOISE && linear.rowUpper(row) != linear.rowLower(row)) {
        limits.add(new LimitPrice(subject, step, -prices[row] / model.hours(step)));
      }
    }
  }
}
