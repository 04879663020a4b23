package energy.setpoint.simulation.profile;

import java.util.List;

/**
 * One quantity over another, such as power over frequency, linear between points and flat outside.
 *
 * @param points with rising {@code x}
 */
public record Curve(List<Point> points) {

  public static final Curve NONE = new Curve(List.of());

  /**
   * One corner.
   *
   * @param x such as Hz, or the number of an aFRR signal
   * @param y such as watts
   */
  public record Point(double x, double y) {}

  public Curve {
    points = List.copyOf(points);
  }

  /** True when it says nothing. */
  public boolean isEmpty() {
    return points.isEmpty();
  }

  /** Its value at a place; 0 for a curve without points. */
  public double at(double x) {
    for (int i = 0; i < points.size(); i++) {
      Point right = points.get(i);
      if (x <= right.x()) {
        return i == 0 ? right.y() : between(points.get(i - 1), right, x);
      }
    }
    return points.isEmpty() ? 0 : points.getLast().y();
  }

  private static double between(Point left, Point right, double x) {
    double way = (x - left.x()) / (right.x() - left.x());
    return left.y() + way * (right.y() - left.y());
  }
}
