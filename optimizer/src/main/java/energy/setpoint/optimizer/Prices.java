package energy.setpoint.optimizer;

import energy.setpoint.core.plan.MarginalPrices;
import energy.setpoint.core.plan.MarginalPrices.LimitPrice;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.WhyLimit;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.goal.MoneyScale;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.model.EnergyByDeparture;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.why.LimitNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads what a little more would cost from the prices of a program's rows. Maths: {@code
 * docs/optimizer/why.md}.
 */
final class Prices {

  /** Less per kilowatt-hour is rounding. */
  private static final double NOISE = 1e-6;

  private final PlanningModel model;
  private final LinearModel linear;
  private final double[] prices;
  private final double[] grid;
  private final List<LimitPrice> limits = new ArrayList<>();
  private final Map<SessionId, EnergyPrice> vehicles = new HashMap<>();

  private Prices(PlanningModel model, double[] prices) {
    this.model = model;
    this.prices = prices;
    linear = model.linear();
    grid = new double[model.steps()];
  }

  /**
   * @param plan what the program decided
   * @param prices what one more on the right side of each row costs
   */
  static MarginalPrices of(PlanningModel model, Plan plan, double[] prices) {
    Prices found = new Prices(model, prices);
    found.read(plan);
    List<EnergyPrice> ofGrid =
        IntStream.range(0, found.grid.length)
            .mapToObj(step -> EnergyPrice.ofKilowattHour(found.grid[step] / model.hours(step)))
            .toList();
    return new MarginalPrices(ofGrid, found.limits, found.vehicles);
  }

  private void read(Plan plan) {
    Map<String, VehicleColumns> targets = new HashMap<>();
    Set<SessionId> beyondMoney = new HashSet<>();
    plan.shortfalls().stream().map(Shortfall::session).forEach(beyondMoney::add);
    for (VehicleColumns vehicle : model.vehicles()) {
      if (vehicle.demand().latePrice().isPresent()) {
        beyondMoney.remove(vehicle.demand().session());
      }
      if (!beyondMoney.contains(vehicle.demand().session())) {
        targets.put(EnergyByDeparture.subject(vehicle.storage()), vehicle);
      }
    }
    LimitNames names = new LimitNames(model.problem());
    for (int row = 0; row < prices.length; row++) {
      String subject = linear.subject(row);
      int step = linear.step(row);
      VehicleColumns vehicle = targets.get(subject);
      if (vehicle != null) {
        readTarget(vehicle, prices[row]);
      } else if (subject.equals("grid balance")) {
        grid[step] -= prices[row];
      } else if (step >= 0 && prices[row] != 0) {
        Optional<WhyLimit> limit = names.find(subject);
        if (limit.isPresent()) {
          readLimit(limit.get(), row, step);
        }
      }
    }
  }

  /** A price that only stands for "before any money" is none. */
  private void readTarget(VehicleColumns vehicle, double price) {
    if (Math.abs(price) < MoneyScale.highPrice(model.problem()) / 2) {
      vehicles.put(vehicle.demand().session(), EnergyPrice.ofKilowattHour(0 + price));
    }
  }

  /** What a limit on the grid power itself adds to its price is taken off again. */
  private void readLimit(WhyLimit limit, int row, int step) {
    int gridColumn = model.gridConnection().power(step).index();
    for (int entry = linear.start(row); entry < linear.start(row + 1); entry++) {
      if (linear.column(entry) == gridColumn) {
        grid[step] += prices[row] * linear.factor(entry);
      }
    }
    boolean fromAbove = Double.isInfinite(linear.rowLower(row));
    double saves = (fromAbove ? -prices[row] : prices[row]) / model.hours(step);
    if (saves > NOISE) {
      limits.add(new LimitPrice(limit, step, saves));
    }
  }
}
