package energy.setpoint.optimizer.integer.pattern;

/**
 * What a vehicle wants of a pattern.
 *
 * @param insideKwh when its first step begins
 * @param wantedKwh inside when it leaves
 * @param floorKwh below which giving may not leave it
 * @param mostKwh that fits inside
 * @param starts how often it may begin to charge; a large number for any
 * @param charging whether it charges before its first step
 * @param priceOfMissing what a kilowatt-hour missing costs
 */
public record Need(
    double insideKwh,
    double wantedKwh,
    double floorKwh,
    double mostKwh,
    int starts,
    boolean charging,
    double priceOfMissing) {

  /** What it costs to leave with so much inside. */
  public double costOfMissing(double kwh) {
    return Math.max(0, wantedKwh - kwh) * priceOfMissing;
  }
}
