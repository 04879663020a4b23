package energy.setpoint.simulation.station.tariff;

import java.util.Comparator;
import java.util.List;

/**
 * A tax on a price.
 *
 * @param percent of what it is applied to
 * @param stack taxes of a higher stack are applied to the result of the lower ones (I12.FR.13)
 */
public record Tax(String type, double percent, int stack) {

  /** The price with all taxes on it. */
  static double included(double price, List<Tax> taxes) {
    double result = price;
    List<Integer> stacks =
        taxes.stream().map(Tax::stack).distinct().sorted(Comparator.naturalOrder()).toList();
    for (int stack : stacks) {
      double percent =
          taxes.stream().filter(t -> t.stack() == stack).mapToDouble(Tax::percent).sum();
      result += result * percent / 100;
    }
    return result;
  }
}
