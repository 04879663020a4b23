package energy.setpoint.core.plan.money;

import energy.setpoint.core.plan.part.Checks;
import energy.setpoint.core.quantity.EnergyPrice;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a site pays or earns at its grid connection, in its own currency.
 *
 * @param imports what energy from the grid costs
 * @param exports what energy into the grid earns
 * @param peaks demand charges and contract capacities
 * @param carbon what the energy from the grid brings along
 */
public record Money(
    EnergyRates imports, EnergyRates exports, List<PeakPrice> peaks, Optional<Carbon> carbon) {

  public Money {
    peaks = List.copyOf(peaks);
  }

  /** What a kilowatt-hour from the grid costs in a step: energy, fee, tax and carbon. */
  public EnergyPrice importPrice(int step) {
    double carbonCost = carbon.map(c -> c.costPerKilowattHour(step)).orElse(0.0);
    return new EnergyPrice(imports.paid(step).perKilowattHour() + carbonCost);
  }

  /** What a kilowatt-hour into the grid earns in a step, after fee and tax. */
  public EnergyPrice exportPrice(int step) {
    return exports.earned(step);
  }

  /**
   * Whether there is a price for each step.
   *
   * @throws IllegalArgumentException when there is not
   */
  public void requireSteps(int steps) {
    Checks.requireSize("import price list", imports.energy().size(), steps);
    Checks.requireSize("export price list", exports.energy().size(), steps);
    carbon.ifPresent(
        c -> Checks.requireSize("carbon intensity list", c.gramsPerKilowattHour().size(), steps));
  }
}
