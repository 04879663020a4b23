package energy.setpoint.optimizer.why;

import energy.setpoint.core.plan.part.ChargingTraits;
import energy.setpoint.core.quantity.Phase;
import energy.setpoint.core.site.CircuitId;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.PowerCurve;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A vehicle, a battery or a flexible load with what a plan gives it, in kilowatts and
 * kilowatt-hours.
 *
 * @param there when it is connected
 * @param mostKw charging, on the grid side
 * @param mostBackKw discharging, as a magnitude on the grid side
 * @param in stored per taken
 * @param out given per stored energy used
 * @param wear for a kilowatt-hour given, on the grid side
 * @param beforeKwh inside at the beginning
 * @param lowestKwh the edge below which it only takes
 * @param lowestAtEndKwh the least that may stay inside at the end
 * @param highestKwh the edge above which it only gives
 * @param targetKwh wanted at the end; minus infinity when nothing is
 * @param endWorth what a kilowatt-hour inside is worth at the end whatever is there; empty where
 *     only the target counts
 * @param latePrice what a kilowatt-hour missing costs; empty where that is no matter of money
 */
record Device(
    String name,
    CircuitId circuit,
    List<Phase> phases,
    Interval there,
    double mostKw,
    double mostBackKw,
    double in,
    double out,
    double wear,
    double beforeKwh,
    double lowestKwh,
    double lowestAtEndKwh,
    double highestKwh,
    double targetKwh,
    OptionalDouble endWorth,
    OptionalDouble latePrice,
    ChargingTraits traits,
    PowerCurve power,
    double[] insideKwh) {

  /** Kilowatts that are rounding. */
  static final double NOISE_KW = 2e-3;

  /** Kilowatt-hours that are rounding. */
  static final double NOISE_KWH = 1e-3;

  boolean twoWay() {
    return mostBackKw > 0;
  }

  /** The part of a step in which it is there. */
  double share(int step) {
    return power.grid().share(step, there);
  }

  double kw(int step) {
    return power.watts(step) / 1000;
  }

  /** The share of its power on a phase. */
  double shareOn(Phase phase) {
    return phases.contains(phase) ? 1.0 / phases.size() : 0;
  }

  double insideBefore(int step) {
    return step == 0 ? beforeKwh : insideKwh[step - 1];
  }

  double endKwh() {
    return insideKwh[insideKwh.length - 1];
  }

  /** Whether something is missing at the end. */
  boolean isShort() {
    return there.start().isBefore(power.grid().end()) && endKwh() < targetKwh - NOISE_KWH;
  }

  /** Whether it misses something that no price would justify. */
  boolean isShortBeyondMoney() {
    return isShort() && latePrice.isEmpty();
  }

  boolean takesAll(int step) {
    return kw(step) >= mostKw * share(step) - NOISE_KW;
  }

  boolean givesAll(int step) {
    return twoWay() && -kw(step) >= mostBackKw * share(step) - NOISE_KW;
  }

  boolean isFullAfter(int step) {
    return Math.abs(insideKwh[step] - highestKwh) <= NOISE_KWH;
  }

  boolean isEmptyAfter(int step) {
    double lowest = isLast(step) ? lowestAtEndKwh : lowestKwh;
    return twoWay() && Math.abs(insideKwh[step] - lowest) <= NOISE_KWH;
  }

  /** Whether it is a stationary battery that began outside its window. */
  boolean isBroughtBack() {
    return endWorth.isPresent() && isOutsideBefore(0);
  }

  /** Whether a stationary battery is still outside the window in which it began outside. */
  boolean isReturning(int step) {
    return isBroughtBack() && isOutsideBefore(step);
  }

  boolean isOutsideBefore(int step) {
    double inside = insideBefore(step);
    return inside < lowestKwh - NOISE_KWH || inside > highestKwh + NOISE_KWH;
  }

  /** Whether it may give in a step: it can, and has reached what must stay inside. */
  boolean mayGive(int step) {
    return twoWay() && insideBefore(step) >= lowestKwh - NOISE_KWH;
  }

  /** Whether it may take in a step: it is not above its window. */
  boolean mayTake(int step) {
    return insideBefore(step) <= highestKwh + NOISE_KWH;
  }

  private boolean isLast(int step) {
    return step == power.size() - 1 || share(step + 1) == 0;
  }

  /** Whether the taper leaves it no more in a step. */
  boolean isTapered(int step) {
    double mean = (insideBefore(step) + insideKwh[step]) / 2;
    return traits.taperLines().stream()
        .anyMatch(line -> kw(step) >= line.at(mean) * share(step) - 10 * NOISE_KW);
  }
}
