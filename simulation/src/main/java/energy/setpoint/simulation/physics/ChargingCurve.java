package energy.setpoint.simulation.physics;

import java.util.List;

/**
 * The share of its maximum power that a vehicle accepts at a state of charge, linear between
 * points.
 *
 * @param points at least one, with rising state of charge
 */
public record ChargingCurve(List<Point> points) {

  /** Full power up to 80 %, a straight line to 5 % of it at 100 %. */
  public static final ChargingCurve USUAL =
      new ChargingCurve(List.of(new Point(0.8, 1), new Point(1, 0.05)));

  /**
   * One corner of the curve.
   *
   * @param soc 0 to 1
   * @param share of the maximum power, 0 to 1
   */
  public record Point(double soc, double share) {

    public Point {
      if (!(soc >= 0 && soc <= 1 && share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "A point of a charging curve must lie within 0 and 1, but is "
                + soc
                + ", "
                + share
                + ".");
      }
    }
  }

  public ChargingCurve {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("A charging curve needs at least one point.");
    }
    for (int i = 1; i < points.size(); i++) {
      if (points.get(i - 1).soc() >= points.get(i).soc()) {
        throw new IllegalArgumentException("The points of a charging curve must rise: " + points);
      }
    }
  }

  /** The share at a state of charge; flat outside the points. */
  public double shareAt(double soc) {
    Point before = points.getFirst();
    if (soc <= before.soc()) {
      return before.share();
    }
    for (Point after : points.subList(1, points.size())) {
      if (soc <= after.soc()) {
        double way = (soc - before.soc()) / (after.soc() - before.soc());
        return before.share() + way * (after.share() - before.share());
      }
      before = after;
    }
    return before.share();
  }
}
