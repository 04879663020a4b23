package energy.setpoint.core.plan.money;

import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.List;

/**
 * What a grid event adds to the prices of energy for a while: a surcharge, or a rebate when
 * negative. Fees and taxes apply to the prices that result. A step that lies in it for a part has
 * that part of it.
 *
 * @param id readable
 * @param importDelta added to what a kilowatt-hour from the grid costs
 * @param exportDelta added to what a kilowatt-hour into the grid earns
 */
public record PriceOverlay(
    String id, Interval during, EnergyPrice importDelta, EnergyPrice exportDelta) {

  /** The same money with this laid over its prices. */
  public Money over(Money money, TimeGrid grid) {
    money.requireSteps(grid.size());
    return new Money(
        over(money.imports(), importDelta, grid),
        over(money.exports(), exportDelta, grid),
        money.peaks(),
        money.carbon());
  }

  private EnergyRates over(EnergyRates rates, EnergyPrice delta, TimeGrid grid) {
    List<EnergyPrice> prices = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      double added = delta.perKilowattHour() * grid.share(step, during);
      prices.add(new EnergyPrice(rates.energy().get(step).perKilowattHour() + added));
    }
    return rates.withEnergy(prices);
  }
}
