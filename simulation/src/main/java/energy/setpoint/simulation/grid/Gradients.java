package energy.setpoint.simulation.grid;

/**
 * How fast the power of an inverter changes.
 *
 * @param usual seconds from nothing to the rated power; 0 for at once
 * @param soft the same when it begins or has come back into service
 */
public record Gradients(double usual, double soft) {

  static final Gradients NONE = new Gradients(0, 0);
}
