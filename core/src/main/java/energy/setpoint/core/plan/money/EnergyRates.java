package energy.setpoint.core.plan.money;

import energy.setpoint.core.quantity.EnergyPrice;
import java.util.Collections;
import java.util.List;

/**
 * What energy in one direction costs or earns in each step, with fees and taxes kept apart.
 *
 * @param energy the price of energy alone, one for each step
 * @param fee grid fee and levies per kilowatt-hour: added to what is paid, taken off what is earned
 * @param taxShare tax on price and fee together, in [0, 1): added to what is paid, taken off what
 *     is earned
 */
public record EnergyRates(List<EnergyPrice> energy, EnergyPrice fee, double taxShare) {

  public EnergyRates {
    energy = List.copyOf(energy);
    if (!(taxShare >= 0 && taxShare < 1)) {
      throw new IllegalArgumentException(
          "A tax share lies from 0 to below 1, but is " + taxShare + ".");
    }
  }

  /** Prices in which everything is included. */
  public static EnergyRates allIn(List<EnergyPrice> energy) {
    return new EnergyRates(energy, EnergyPrice.FREE, 0);
  }

  /** One price for all steps. */
  public static EnergyRates flat(EnergyPrice price, int steps) {
    return allIn(Collections.nCopies(steps, price));
  }

  /** The same fee and tax on other prices. */
  public EnergyRates withEnergy(List<EnergyPrice> other) {
    return new EnergyRates(other, fee, taxShare);
  }

  /** What a kilowatt-hour from the grid costs altogether. */
  public EnergyPrice paid(int step) {
    return new EnergyPrice(
        (energy.get(step).perKilowattHour() + fee.perKilowattHour()) * (1 + taxShare));
  }

  /** What a kilowatt-hour into the grid earns after fees and tax. */
  public EnergyPrice earned(int step) {
    return new EnergyPrice(
        (energy.get(step).perKilowattHour() - fee.perKilowattHour()) * (1 - taxShare));
  }
}
