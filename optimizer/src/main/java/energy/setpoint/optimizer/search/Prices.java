package energy.setpoint.optimizer.search;

import energy.setpoint.core.plan.MarginalPrices;
import energy.setpoint.core.plan.MarginalPrices.LimitPrice;
import energy.setpoint.core.plan.Plan;
import energy.setpoint.core.plan.Shortfall;
import energy.setpoint.core.plan.why.WhyLimit;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.session.SessionId;
import energy.setpoint.optimizer.goal.MoneyScale;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.PlanningModel;
import energy.setpoint.optimizer.model.VehicleColumns;
import energy.setpoint.optimizer.promise.EnergyByDeparture;
import energy.setpoint.optimizer.promise.GridBalance;
import energy.setpoint.optimizer.why.LimitNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final double highPrice;
  private final List<LimitPrice> limits = new ArrayList<>();
  private final Map<SessionId, EnergyPrice> vehicles = new HashMap<>();
  private final Set<SessionId> justServed = new HashSet<>();

  private Prices(PlanningModel model, double[] prices) {
    this.model = model;
    this.prices = prices;
    linear = model.linear();
    grid = new double[model.steps()];
    highPrice = MoneyScale.highPrice(model.problem());
  }

  /**
   * @param plan what the program decided
   * @param prices what one more on the right side of each row costs
   */
  static MarginalPrices of(PlanningModel model, Plan plan, double[] prices) {
    Prices found = new Prices(model, prices);
    found.read(plan);
    found.vehicles.keySet().removeAll(found.justServed);
    List<EnergyPrice> ofGrid =
        IntStream.range(0, found.grid.length)
            .mapToObj(step -> EnergyPrice.ofKilowattHour(found.grid[step] / model.hours(step)))
            .toList();
    return new MarginalPrices(ofGrid, found.limits, found.vehicles);
  }

  private void read(Plan plan) {
    Map<String, VehicleColumns> wanting = wanting(plan);
    Map<Integer, Integer> stepOfGrid = readMoney();
    LimitNames names = new LimitNames(model.problem());
    for (int row = 0; row < prices.length; row++) {
      String subject = linear.subject(row);
      VehicleColumns vehicle = wanting.get(subject);
      if (vehicle != null) {
        readVehicle(vehicle, row);
      } else if (prices[row] != 0) {
        Optional<WhyLimit> limit = names.find(subject);
        if (limit.isPresent()) {
          readLimit(limit.get(), row);
        } else if (!subject.equals(GridBalance.SUBJECT)) {
          readGrid(row, stepOfGrid);
        }
      }
    }
  }

  /** The vehicles whose energy may have a price, by the rows that tell it. */
  private Map<String, VehicleColumns> wanting(Plan plan) {
    Set<SessionId> missing =
        plan.shortfalls().stream().map(Shortfall::session).collect(Collectors.toSet());
    Map<String, VehicleColumns> wanting = new HashMap<>();
    for (VehicleColumns vehicle : model.vehicles()) {
      boolean isMoney = vehicle.demand().latePrice().isPresent();
      if (isMoney || !missing.contains(vehicle.demand().session())) {
        wanting.put(EnergyByDeparture.subject(vehicle.storage()), vehicle);
        wanting.put("balance " + vehicle.storage().name(), vehicle);
      }
    }
    return wanting;
  }

  /**
   * What the market asks. The price of the balance itself would say nothing of a step in which
   * there is nothing to decide.
   */
  private Map<Integer, Integer> readMoney() {
    Map<Integer, Integer> stepOfGrid = new HashMap<>();
    for (int step = 0; step < model.steps(); step++) {
      stepOfGrid.put(model.gridConnection().power(step).index(), step);
    }
    Terms money = model.goal(Goal.SAVE_MONEY);
    for (int i = 0; i < money.size(); i++) {
      Integer step = stepOfGrid.get(money.column(i));
      if (step != null) {
        grid[step] += money.factor(i);
      }
    }
    return stepOfGrid;
  }

  /** What a row that is no limit, a peak or the import part, adds to the grid's price. */
  private void readGrid(int row, Map<Integer, Integer> stepOfGrid) {
    for (int entry = linear.start(row); entry < linear.start(row + 1); entry++) {
      Integer step = stepOfGrid.get(linear.column(entry));
      if (step != null) {
        grid[step] -= prices[row] * linear.factor(entry);
      }
    }
  }

  /**
   * The balance tells what energy is worth where it is kept track of, else the target does; a
   * target that is only just met says "before any money", which is no price.
   */
  private void readVehicle(VehicleColumns vehicle, int row) {
    SessionId session = vehicle.demand().session();
    boolean tracked = vehicle.storage().traits().tracked();
    int step = linear.step(row);
    if (step < 0 && isBeforeMoney(vehicle, prices[row])) {
      justServed.add(session);
    } else if (tracked ? step == vehicle.storage().end() - 1 : step < 0) {
      double price = tracked ? -prices[row] : prices[row];
      vehicles.put(session, EnergyPrice.ofKilowattHour(0 + price));
    }
  }

  private boolean isBeforeMoney(VehicleColumns vehicle, double price) {
    double weighed = highPrice * vehicle.demand().weight();
    return model.fairShares().isEmpty() && price > weighed * (1 - 1e-6);
  }

  private void readLimit(WhyLimit limit, int row) {
    int step = linear.step(row);
    boolean fromAbove = Double.isInfinite(linear.rowLower(row));
    double saves = (fromAbove ? -prices[row] : prices[row]) / model.hours(step);
    if (saves > NOISE) {
      limits.add(new LimitPrice(limit, step, saves));
    }
  }
}
