package energy.setpoint.core.plan.money;

import java.util.List;

/**
 * The carbon dioxide that comes with energy from the grid.
 *
 * @param gramsPerKilowattHour one for each step, at least 0
 * @param pricePerKilogram in the site's currency, at least 0; with 0 it is only reported
 */
public record Carbon(List<Double> gramsPerKilowattHour, double pricePerKilogram) {

  public Carbon {
    gramsPerKilowattHour = List.copyOf(gramsPerKilowattHour);
    if (!(pricePerKilogram >= 0) || gramsPerKilowattHour.stream().anyMatch(g -> !(g >= 0))) {
      throw new IllegalArgumentException(
          "Carbon intensity and its price must be at least 0, not "
              + gramsPerKilowattHour
              + " g/kWh at "
              + pricePerKilogram
              + " per kg.");
    }
  }

  /** In the site's currency per kilowatt-hour. */
  public double costPerKilowattHour(int step) {
    return gramsPerKilowattHour.get(step) / 1000 * pricePerKilogram;
  }
}
