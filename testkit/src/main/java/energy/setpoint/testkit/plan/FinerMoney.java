package energy.setpoint.testkit.plan;

import energy.setpoint.core.plan.PlanningProblem;
import energy.setpoint.core.plan.money.Carbon;
import energy.setpoint.core.plan.money.EnergyRates;
import energy.setpoint.core.plan.money.Money;
import energy.setpoint.core.plan.money.PeakPrice;
import energy.setpoint.core.plan.part.GridEvent;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.EnergyPrice;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.time.Interval;
import energy.setpoint.core.time.TimeGrid;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fees, taxes, carbon, tiers that get dearer or cheaper, metering intervals that are open already,
 * windows, contract capacities, and grid events that must or may be obeyed.
 */
final class FinerMoney {

  private final Draws draws;

  FinerMoney(Draws draws) {
    this.draws = draws;
  }

  Money of(PlanningProblem plain) {
    TimeGrid grid = plain.grid();
    List<PeakPrice> peaks = new ArrayList<>();
    plain.money().peaks().forEach(peak -> peaks.add(finer(peak, grid)));
    if (draws.chance(0.15)) {
      double capacityKw = draws.chance(0.2) ? 0 : draws.between(1, 60);
      peaks.add(
          PeakPrice.contract("contract", Power.ofKilowatts(capacityKw), draws.between(0, 30)));
    }
    boolean hasFees = draws.chance(0.3);
    return new Money(
        hasFees ? withFees(plain.money().imports()) : plain.money().imports(),
        hasFees ? withFees(plain.money().exports()) : plain.money().exports(),
        peaks,
        draws.chance(0.2) ? Optional.of(carbon(grid)) : Optional.empty());
  }

  private EnergyRates withFees(EnergyRates plain) {
    EnergyPrice fee = EnergyPrice.ofKilowattHour(draws.between(0, 0.1));
    return new EnergyRates(plain.energy(), fee, draws.coin() ? 0 : draws.between(0, 0.25));
  }

  private Carbon carbon(TimeGrid grid) {
    List<Double> grams = new ArrayList<>();
    Arrays.stream(draws.curve(grid.size(), 0, 600)).forEach(grams::add);
    return new Carbon(grams, draws.coin() ? 0 : draws.between(0, 0.3));
  }

  private PeakPrice finer(PeakPrice plain, TimeGrid grid) {
    PeakPrice peak = draws.chance(0.3) ? withTiers(plain) : plain;
    if (draws.chance(0.4)) {
      Duration metering = Duration.ofMinutes(draws.anyOf(List.of(15, 30, 60)));
      peak = peak.metered(metering, Energy.ofKilowattHours(draws.coin() ? 0 : draws.between(0, 5)));
    }
    return draws.chance(0.3) ? peak.within(List.of(anyTime(grid), anyTime(grid))) : peak;
  }

  private PeakPrice withTiers(PeakPrice plain) {
    double first = plain.tiers().getFirst().perKilowatt();
    double second = first * (draws.chance(0.7) ? draws.between(1, 3) : draws.share());
    return new PeakPrice(
        plain.name(),
        List.of(
            new PeakPrice.Tier(Power.ZERO, first),
            new PeakPrice.Tier(Power.ofKilowatts(draws.between(1, 40)), second)),
        plain.reached(),
        plain.windows(),
        plain.metering(),
        plain.taken());
  }

  private Interval anyTime(TimeGrid grid) {
    long seconds = Duration.between(grid.start(), grid.end()).toSeconds();
    Instant from = grid.start().plusSeconds(Math.round(seconds * draws.between(-0.2, 0.9)));
    return Interval.of(from, Duration.ofSeconds(1 + Math.round(seconds * draws.between(0, 0.5))));
  }

  List<GridEvent> events(TimeGrid grid) {
    List<GridEvent> events = new ArrayList<>();
    for (int i = draws.chance(0.35) ? 1 + draws.below(3) : 0; i > 0; i--) {
      events.add(event("event" + i, anyTime(grid)));
    }
    return events;
  }

  private GridEvent event(String id, Interval during) {
    Power power = Power.ofKilowatts(draws.between(-20, 50));
    GridEvent.Obligation obligation =
        draws.coin()
            ? new GridEvent.Obligation.Mandatory()
            : new GridEvent.Obligation.Paid(
                draws.between(0, 10), EnergyPrice.ofKilowattHour(draws.between(0, 2)));
    return switch (draws.below(3)) {
      case 0 -> GridEvent.cap(id, during, power, obligation);
      case 1 -> GridEvent.minimum(id, during, power, obligation);
      default ->
          GridEvent.dispatch(id, during, power, Power.ofKilowatts(draws.between(0, 5)), obligation);
    };
  }
}
