package energy.setpoint.optimizer.goal;

import energy.setpoint.core.plan.money.MeteredImport;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.optimizer.linear.LinearModel;
import energy.setpoint.optimizer.linear.Terms;
import energy.setpoint.optimizer.linear.Variable;
import energy.setpoint.optimizer.model.Goal;
import energy.setpoint.optimizer.model.GridColumns;
import energy.setpoint.optimizer.model.ObjectiveTerm;
import energy.setpoint.optimizer.model.PlanningModel;
import java.util.ArrayList;
import java.util.List;

/**
 * The highest mean import of any metering interval costs what its tiers say, above the peak that
 * the billing period has already seen. Maths: {@code docs/optimizer/peak-charge.md}.
 */
public final class PeakCharge implements ObjectiveTerm {

  @Override
  public void addTo(PlanningModel model) {
    model.problem().money().peaks().forEach(price -> add(model, price));
  }

  private static void add(PlanningModel model, PeakPrice price) {
    List<MeteredImport> counting = new ArrayList<>();
    double highestKw = price.reached().kilowatts();
    for (MeteredImport interval : MeteredImport.of(price, model.grid())) {
      double mostKw = interval.alreadyKilowatts();
      for (int i = 0; i < interval.steps().size(); i++) {
        mostKw += interval.shares().get(i) * mostImportKw(model, interval.steps().get(i));
      }
      if (mostKw > price.reached().kilowatts()) {
        counting.add(interval);
        highestKw = Math.max(highestKw, mostKw);
      }
    }
    if (!counting.isEmpty()) {
      addRows(model, price, counting, highestKw);
    }
  }

  private static double mostImportKw(PlanningModel model, int step) {
    return Math.max(0, model.linear().upper(model.gridConnection().power(step)));
  }

  /** Import in one step helps no other, so several steps count their import parts. */
  private static Terms mean(PlanningModel model, MeteredImport interval) {
    GridColumns grid = model.gridConnection();
    if (interval.steps().size() == 1 && interval.alreadyKilowatts() == 0) {
      return Terms.of(grid.power(interval.steps().getFirst()), interval.shares().getFirst());
    }
    Terms mean = new Terms();
    for (int i = 0; i < interval.steps().size(); i++) {
      mean.plus(grid.imported(interval.steps().get(i)), interval.shares().get(i));
    }
    return mean;
  }

  private static void addRows(
      PlanningModel model, PeakPrice price, List<MeteredImport> counting, double highestKw) {
    LinearModel linear = model.linear();
    double reachedKw = price.reached().kilowatts();
    Terms above = new Terms();
    for (PriceSegment segment : segments(price, highestKw)) {
      Variable part = linear.variable("new peak", price.name(), -1, 0, segment.widthKw());
      above.plus(part);
      model.goal(Goal.SAVE_MONEY).plus(part, segment.perKilowatt());
    }
    for (MeteredImport interval : counting) {
      Terms row = mean(model, interval).plus(above, -1);
      int step = interval.steps().getFirst();
      linear.atMost(subject(price), step, row, reachedKw - interval.alreadyKilowatts());
    }
  }

  /** What the rows are called, one for each metering interval. */
  public static String subject(PeakPrice price) {
    return "peak " + price.name();
  }

  /** A stretch of the peak in which each kilowatt costs the same. */
  private record PriceSegment(double widthKw, double perKilowatt) {}

  /**
   * The cost of a peak above what was reached as stretches that get dearer: the cost itself where
   * it is convex, else the highest convex line below it.
   */
  private static List<PriceSegment> segments(PeakPrice price, double highestKw) {
    List<double[]> corners = new ArrayList<>();
    addCorner(corners, price, price.reached().kilowatts());
    for (PeakPrice.Tier tier : price.tiers()) {
      double kw = tier.from().kilowatts();
      if (kw > price.reached().kilowatts() && kw < highestKw) {
        addCorner(corners, price, kw);
      }
    }
    addCorner(corners, price, highestKw);
    List<PriceSegment> segments = new ArrayList<>();
    for (int i = 1; i < corners.size(); i++) {
      double width = corners.get(i)[0] - corners.get(i - 1)[0];
      double slope = (corners.get(i)[1] - corners.get(i - 1)[1]) / width;
      segments.add(new PriceSegment(width, slope));
    }
    return segments;
  }

  /** Keeps the corners of the lower convex hull. */
  private static void addCorner(List<double[]> corners, PeakPrice price, double kilowatts) {
    double[] corner = {kilowatts, price.costOf(Power.ofKilowatts(kilowatts))};
    while (corners.size() >= 2
        && slope(corners.get(corners.size() - 2), corners.getLast())
            >= slope(corners.getLast(), corner)) {
      corners.removeLast();
    }
    corners.add(corner);
  }

  private static double slope(double[] from, double[] to) {
    return (to[1] - from[1]) / (to[0] - from[0]);
  }
}
