package energy.setpoint.optimizer.integer.rounding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a site pays for a change of its power in one step: the cheapest sources give first, and the
 * dearest are spared first.
 */
final class SupplyCurve {

  private static final double NOTHING = 1e-9;

  private final List<Source> more = new ArrayList<>();
  private final List<Source> less = new ArrayList<>();
  private boolean sorted;

  /** Something that can give way by some kilowatts, for a price in currency for each. */
  private record Source(String owner, double price, double kilowatts) {}

  /**
   * Adds a source that can deliver more.
   *
   * @param owner whose it is
   * @param price of a kilowatt throughout the step, in currency
   */
  void more(String owner, double price, double kilowatts) {
    if (kilowatts > NOTHING) {
      more.add(new Source(owner, price, kilowatts));
      sorted = false;
    }
  }

  /** Adds a source that can deliver less, and what a kilowatt less saves. */
  void less(String owner, double price, double kilowatts) {
    if (kilowatts > NOTHING) {
      less.add(new Source(owner, price, kilowatts));
      sorted = false;
    }
  }

  /**
   * What a change costs, in currency; below 0 when it saves.
   *
   * @param kilowatts more when positive
   * @param asking who needs it, and therefore cannot give way to it
   */
  double costOf(double kilowatts, String asking) {
    sort();
    double left = Math.abs(kilowatts);
    double sum = 0;
    for (Source source : kilowatts > 0 ? more : less) {
      if (left <= 0) {
        break;
      }
      if (!source.owner().equals(asking)) {
        double part = Math.min(left, source.kilowatts());
        sum += part * source.price();
        left -= part;
      }
    }
    return kilowatts > 0 ? sum : -sum;
  }

  /** Once for all sources, as a curve is asked far more often than it grows. */
  private void sort() {
    if (!sorted) {
      more.sort(Comparator.comparingDouble(Source::price));
      less.sort(Comparator.comparingDouble(Source::price).reversed());
      sorted = true;
    }
  }
}
