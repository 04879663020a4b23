package energy.setpoint.core.plan.money;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * A price on the highest mean import of any metering interval: a demand charge, or the penalty
 * above a contract capacity.
 *
 * @param name readable, unique in its problem
 * @param tiers what each kilowatt costs from which peak on; the first begins at 0 W. Dearer tiers
 *     above cheaper ones are planned exactly; a cheaper tier above a dearer one makes the cost
 *     non-convex, which the plan's bound then shows
 * @param reached the peak that this billing period has seen already, at least 0 W; up to it, import
 *     costs nothing more
 * @param windows when import counts; empty means always
 * @param metering the interval over which the meter takes the mean, aligned with the hour in UTC;
 *     zero means the steps of the plan
 * @param taken what was imported in the metering interval that is open when the plan begins
 */
public record PeakPrice(
    String name,
    List<Tier> tiers,
    Power reached,
    List<Interval> windows,
    Duration metering,
    Energy taken) {

  /**
   * What each kilowatt costs from a peak on.
   *
   * @param perKilowatt in the site's currency, at least 0
   */
  public record Tier(Power from, double perKilowatt) {}

  public PeakPrice {
    tiers = tiers.stream().sorted(Comparator.comparing(Tier::from)).toList();
    windows = List.copyOf(windows);
    if (tiers.isEmpty() || tiers.getFirst().from().watts() != 0) {
      throw new IllegalArgumentException(
          "The tiers of peak price " + name + " must begin at 0 W, but are " + tiers + ".");
    }
    if (tiers.stream().anyMatch(tier -> !(tier.perKilowatt() >= 0)) || reached.isNegative()) {
      throw new IllegalArgumentException(
          "Peak price " + name + " takes magnitudes, not " + tiers + " above " + reached + ".");
    }
    if (metering.isNegative() || taken.wattHours() < 0) {
      throw new IllegalArgumentException(
          "Peak price " + name + " takes no negative metering interval or energy.");
    }
  }

  /** One price for every kilowatt, on the mean of each step. */
  public PeakPrice(double perKilowatt, Power reached) {
    this(
        "peak",
        List.of(new Tier(Power.ZERO, perKilowatt)),
        reached,
        List.of(),
        Duration.ZERO,
        Energy.ZERO);
  }

  /** A capacity that is paid for already, and a penalty for each kilowatt above it. */
  public static PeakPrice contract(String name, Power capacity, double penaltyPerKilowatt) {
    return new PeakPrice(
        name,
        List.of(new Tier(Power.ZERO, 0), new Tier(capacity, penaltyPerKilowatt)),
        Power.ZERO,
        List.of(),
        Duration.ZERO,
        Energy.ZERO);
  }

  /** The same with means over an interval of the meter, part of which may be over. */
  public PeakPrice metered(Duration interval, Energy takenInOpenInterval) {
    return new PeakPrice(name, tiers, reached, windows, interval, takenInOpenInterval);
  }

  /** The same for some hours only. */
  public PeakPrice within(List<Interval> hours) {
    return new PeakPrice(name, tiers, reached, hours, metering, taken);
  }

  /** The same under another name. */
  public PeakPrice named(String other) {
    return new PeakPrice(other, tiers, reached, windows, metering, taken);
  }

  /** Whether import in an interval counts at all. */
  public boolean counts(Interval interval) {
    return windows.isEmpty()
        || windows.stream()
            .anyMatch(
                w -> w.start().isBefore(interval.end()) && interval.start().isBefore(w.end()));
  }

  /** Whether no tier is cheaper than the one below it. */
  public boolean isConvex() {
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).perKilowatt() < tiers.get(i - 1).perKilowatt()) {
        return false;
      }
    }
    return true;
  }

  /** What a peak adds to the bill above what was reached already, at least 0. */
  public double costOf(Power peak) {
    return peak.compareTo(reached) <= 0 ? 0 : charge(peak) - charge(reached);
  }

  private double charge(Power peak) {
    double sum = 0;
    for (int i = 0; i < tiers.size(); i++) {
      double from = tiers.get(i).from().kilowatts();
      double to = i + 1 < tiers.size() ? tiers.get(i + 1).from().kilowatts() : Double.MAX_VALUE;
      sum += Math.max(0, Math.min(peak.kilowatts(), to) - from) * tiers.get(i).perKilowatt();
    }
    return sum;
  }
}
