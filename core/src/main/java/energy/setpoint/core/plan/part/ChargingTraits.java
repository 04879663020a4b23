package energy.setpoint.core.plan.part;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a vehicle takes power where it cannot take just any.
 *
 * @param leastCharge the least that it charges with when it charges: 6 A times its phases times the
 *     voltage (IEC 61851-1); zero when any power will do
 * @param chargeStep above the least, its power is a whole number of these; zero when it is
 *     continuous
 * @param mostStarts how often it may begin to charge; some vehicles fall asleep and do not wake up
 *     again. Empty for any number
 * @param charging whether it charges as the plan begins, so that going on is no start
 * @param taper how much it takes at which energy inside; see {@link Point}; empty for no taper
 */
public record ChargingTraits(
    Power leastCharge,
    Power chargeStep,
    OptionalInt mostStarts,
    boolean charging,
    List<Point> taper) {

  /** Any power, any number of starts, no taper. */
  public static final ChargingTraits FREE =
      new ChargingTraits(Power.ZERO, Power.ZERO, OptionalInt.empty(), false, List.of());

  /**
   * A corner of the taper: from this energy on the power falls in a straight line to the next
   * corner, and beyond the last one in the same line. Up to the first it is level.
   *
   * @param stored inside the battery
   * @param most on the grid side
   */
  public record Point(Energy stored, Power most) {}

  public ChargingTraits {
    taper = taper.stream().sorted(Comparator.comparing(Point::stored)).toList();
    if (leastCharge.isNegative() || chargeStep.isNegative()) {
      throw new IllegalArgumentException(
          "Least charge and charge step are magnitudes, not "
              + leastCharge
              + ", "
              + chargeStep
              + ".");
    }
    if (mostStarts.isPresent() && mostStarts.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "A vehicle cannot start " + mostStarts.getAsInt() + " times.");
    }
    requireConcave(taper);
  }

  private static void requireConcave(List<Point> taper) {
    double steepest = 0;
    for (int i = 1; i < taper.size(); i++) {
      double kwh = taper.get(i).stored().minus(taper.get(i - 1).stored()).kilowattHours();
      double kw = taper.get(i).most().minus(taper.get(i - 1).most()).kilowatts();
      if (!(kwh > 0) || kw / kwh > steepest + 1e-9) {
        throw new IllegalArgumentException(
            "A taper must fall ever more steeply with the energy inside, but is " + taper + ".");
      }
      steepest = kw / kwh;
    }
  }

  /** Whether something about it is "either … or". */
  public boolean isDiscrete() {
    return leastCharge.watts() > 0 || chargeStep.watts() > 0 || mostStarts.isPresent();
  }

  /**
   * A straight line that bounds the power from above.
   *
   * @param atEmpty kilowatts where the line meets an empty battery
   * @param perKilowattHour kilowatts per kilowatt-hour inside, at most 0
   */
  public record Line(double atEmpty, double perKilowattHour) {

    public double at(double storedKilowattHours) {
      return atEmpty + perKilowattHour * storedKilowattHours;
    }
  }

  /**
   * The most mean power of a step by the taper, which counts at the energy in the middle of the
   * step; at least 0, infinite without a taper.
   *
   * @param storedKilowattHours as the step begins
   * @param share of the step in which the vehicle is there, 0 to 1
   * @param kilowattHoursPerKilowatt stored by the step for each kilowatt of mean power
   */
  public double mostKilowatts(
      double storedKilowattHours, double share, double kilowattHoursPerKilowatt) {
    double most = Double.POSITIVE_INFINITY;
    for (Line line : taperLines()) {
      double risesBy = -line.perKilowattHour() * share * kilowattHoursPerKilowatt / 2;
      most = Math.min(most, share * line.at(storedKilowattHours) / (1 + risesBy));
    }
    return Math.max(0, most);
  }

  /** The taper as lines, all of which bound the power; none without a taper. */
  public List<Line> taperLines() {
    List<Line> lines = new ArrayList<>();
    if (!taper.isEmpty()) {
      lines.add(new Line(taper.getFirst().most().kilowatts(), 0));
    }
    for (int i = 1; i < taper.size(); i++) {
      Point from = taper.get(i - 1);
      Point to = taper.get(i);
      double slope =
          to.most().minus(from.most()).kilowatts()
              / to.stored().minus(from.stored()).kilowattHours();
      lines.add(new Line(from.most().kilowatts() - slope * from.stored().kilowattHours(), slope));
    }
    return lines;
  }
}
