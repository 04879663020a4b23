package energy.setpoint.simulation.profile;

import java.util.List;

/**
 * Power over frequency or over a signal, linear between points and flat outside them.
 *
 * @param points with rising {@code x}
 */
public record Curve(List<Point> points) {

  public static final Curve NONE = new Curve(List.of());

  /**
   * One corner.
   *
   * @param x in Hz, or the number of an aFRR signal
   */
  public record Point(double x, double watts) {}

  public Curve {
    points = List.copyOf(points);
  }

  /** True when it says nothing. */
  public boolean isEmpty() {
    return points.isEmpty();
  }

  /** Watts at a place; 0 for a curve without points. */
  double at(double x) {
    for (int i = 0; i < points.size(); i++) {
      Point right = points.get(i);
      if (x <= right.x()) {
        return i == 0 ? right.watts() : between(points.get(i - 1), right, x);
      }
    }
    return points.isEmpty() ? 0 : points.getLast().watts();
  }

  private static double between(Point left, Point right, double x) {
    double way = (x - left.x()) / (right.x() - left.x());
    return left.watts() + way * (right.watts() - left.watts());
  }
}
