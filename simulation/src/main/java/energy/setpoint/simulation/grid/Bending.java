package energy.setpoint.simulation.grid;

import java.util.Optional;

/** The flow on its way through the functions of an inverter, and which of them changed it last. */
final class Bending {

  private final double limit;
  private final double least;
  private final double rated;
  private double flow;
  private Optional<Function> last = Optional.empty();

  /**
   * @param flow per phase in A, negative to give
   * @param limit the most to draw
   * @param bothWays false where there is only a limit, so that nothing is given
   */
  Bending(double flow, double limit, boolean bothWays, double rated) {
    this.flow = flow;
    this.limit = limit;
    this.least = bothWays ? -rated : 0;
    this.rated = rated;
  }

  /** Raises the flow by a share of the rated power, or lowers it. */
  void shift(Function function, double share) {
    move(function, flow + share * rated);
  }

  void atLeast(Function function, double bound) {
    move(function, Math.max(flow, bound));
  }

  double flow() {
    return flow;
  }

  Optional<Function> last() {
    return last;
  }

  private void move(Function function, double to) {
    double possible = Math.min(limit, Math.max(least, to));
    if (possible != flow) {
      flow = possible;
      last = Optional.of(function);
    }
  }
}
