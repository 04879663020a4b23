package energy.setpoint.simulation.grid;

/** The pace at which the flow of an inverter changes. Not thread-safe. */
final class Ramp {

  private double flow;
  private boolean soft = true;

  /** The inverter stands still and starts softly. */
  void begin() {
    flow = 0;
    soft = true;
  }

  /**
   * The flow after some time.
   *
   * @param limit the most to draw, which counts at once
   */
  double follow(double target, double limit, GridCode code, double rated, double seconds) {
    double full = soft ? softSeconds(code) : code.gradients().orElse(Gradients.NONE).usual();
    double step = full > 0 ? rated / full * seconds : Double.MAX_VALUE;
    flow = Math.min(limit, flow + Math.clamp(target - flow, -step, step));
    soft &= Math.abs(target - flow) > 1e-9;
    return flow;
  }

  /** After a trip the ramp of the entry into service goes before the usual soft start. */
  private static double softSeconds(GridCode code) {
    double entry = code.enterService().map(EnterService::ramp).orElse(0.0);
    return entry > 0 ? entry : code.gradients().orElse(Gradients.NONE).soft();
  }
}
