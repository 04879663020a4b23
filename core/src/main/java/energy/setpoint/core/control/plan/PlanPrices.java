package energy.setpoint.core.control.plan;

import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.VehicleDemand;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.PriceRule;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What energy and power cost in a plan. Where the site has experience, these are not only the
 * tariff's prices: a peak that the month will need anyway is free, and waiting is a risk that has
 * its price.
 */
final class PlanPrices {

  /** Of the free peak: stations round, vehicles lag, and each day would reach a little more. */
  private static final double PEAK_TOLERANCE = 0.015;

  /** Of a usual price, for each hour that energy is put off. */
  private static final double WAITING_PER_HOUR = 0.15;

  /** Longer waiting is no greater risk: then it is another part of the day. */
  private static final double LONGEST_WAITING_HOURS = 6;

  /**
   * In usual prices, what a kilowatt-hour is worth that a driver has asked for and perhaps takes:
   * more than any price of energy, and less than a higher peak for a few hours.
   */
  private static final double WORTH_OF_WORDS = 30;

  /**
   * With less time to spare than this, a kilowatt-hour is worth a usual price more for each hour
   * less. Where not all can be served, who can wait does: perhaps there is room later after all.
   * Whole hours, so that vehicles do not take turns at every plan.
   */
  private static final double HURRY_HOURS = 4;

  private final Experience experience;

  PlanPrices(Experience experience) {
    this.experience = experience;
  }

  static List<EnergyPrice> of(PriceRule rule, TimeGrid grid) {
    List<EnergyPrice> prices = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      prices.add(rule.over(grid.step(step)));
    }
    return prices;
  }

  static EnergyPrice mean(List<EnergyPrice> prices) {
    return new EnergyPrice(
        prices.stream().mapToDouble(EnergyPrice::perKilowattHour).average().orElse(0));
  }

  /** Import prices with the price of waiting. */
  List<EnergyPrice> withWaiting(List<EnergyPrice> prices, TimeGrid grid) {
    if (!experience.isWary()) {
      return prices;
    }
    double perHour = WAITING_PER_HOUR * Math.max(0, mean(prices).perKilowattHour());
    List<EnergyPrice> dearer = new ArrayList<>();
    for (int step = 0; step < grid.size(); step++) {
      Duration ahead = Duration.between(grid.start(), grid.boundaries().get(step));
      double hours = Math.min(ahead.toMillis() / 3_600_000.0, LONGEST_WAITING_HOURS);
      dearer.add(new EnergyPrice(prices.get(step).perKilowattHour() + perHour * hours));
    }
    return dearer;
  }

  /**
   * What a kilowatt-hour is worth that a driver asked for, in the plan that starts now; empty while
   * it comes before all money, because too few days are known to say which peak the month will
   * need.
   */
  Optional<EnergyPrice> worthOfWords(VehicleDemand asked, EnergyPrice usual, Instant now) {
    if (!experience.isWary() || !experience.isPeakSettled(now)) {
      return Optional.empty();
    }
    double hours = Math.floor(asked.hoursToSpare(now));
    double hurry = Math.clamp(HURRY_HOURS - hours, 0, HURRY_HOURS);
    double prices = WORTH_OF_WORDS + hurry;
    return Optional.of(new EnergyPrice(prices * Math.max(0, usual.perKilowattHour())));
  }

  /**
   * The demand charge. Up to the peak that the month has seen, or will probably need anyway, import
   * costs nothing more. Without the latter a plan would pay on the first days for fear of a peak
   * that comes later all the same.
   */
  PeakPrice peak(DemandCharge charge, Instant now, Outlook outlook) {
    Power known = outlook.peakReached().max(experience.expectedPeak(now));
    Power free = known.times(1 - PEAK_TOLERANCE).min(outlook.importLimit());
    long metering = outlook.metering().toMillis();
    Duration elapsed = Duration.ofMillis(Math.floorMod(now.toEpochMilli(), metering));
    Energy taken = outlook.taken().max(free.over(elapsed)); // what was left is not caught up
    return new PeakPrice(charge.perKilowatt(), free).metered(outlook.metering(), taken);
  }
}
