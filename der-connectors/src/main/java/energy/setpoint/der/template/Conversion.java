package energy.setpoint.der.template;

/**
 * Between the number on the wire and the quantity: number × scale is in the unit, and the sign
 * turns it into load convention.
 *
 * @param scale above 0, finite
 */
public record Conversion(double scale, PointUnit unit, SignConvention sign) {

  public Conversion {
    if (!(scale > 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException("A scale must be above 0 and finite, but is " + scale);
    }
  }

  /** In watts, amperes or as a fraction, load convention. */
  public double toQuantity(double onTheWire) {
    // Adding 0 turns -0.0, the mirror image of an idle device, into 0.0.
    return onTheWire * scale * unit.size() * sign.factor() + 0.0;
  }

  /** From watts, amperes or a fraction, load convention. */
  public double toWire(double quantity) {
    return quantity * sign.factor() / (unit.size() * scale) + 0.0;
  }
}
