package energy.setpoint.app.replay;

import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.tariff.DemandCharge;
import energy.setpoint.core.tariff.Tariff;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Mean power at the grid connection for each metering interval, and what it costs. */
final class LoadCurve {

  private final Duration interval;
  private final NavigableMap<Instant, Double> wattHours = new TreeMap<>();

  LoadCurve(Duration interval) {
    this.interval = interval;
  }

  /** A power that was held for a while, within one metering interval. */
  void add(Instant from, Power power, Duration held) {
    long millis = interval.toMillis();
    Instant slot = Instant.ofEpochMilli(Math.floorDiv(from.toEpochMilli(), millis) * millis);
    wattHours.merge(slot, power.over(held).wattHours(), Double::sum);
  }

  Duration interval() {
    return interval;
  }

  /** Mean power by the start of its interval. */
  NavigableMap<Instant, Power> powers() {
    NavigableMap<Instant, Power> powers = new TreeMap<>();
    wattHours.forEach(
        (slot, energy) -> powers.put(slot, new Energy(energy).averagedOver(interval)));
    return powers;
  }

  Energy energy() {
    return new Energy(wattHours.values().stream().mapToDouble(e -> e).sum());
  }

  Power peak() {
    return powers().values().stream().reduce(Power.ZERO, Power::max);
  }

  /** In the tariff's currency. */
  double energyCost(Tariff tariff) {
    double cost = 0;
    for (Map.Entry<Instant, Double> slot : wattHours.entrySet()) {
      Energy energy = new Energy(slot.getValue());
      cost +=
          (energy.wattHours() >= 0 ? tariff.importPrice() : tariff.exportPrice())
              .at(slot.getKey())
              .costOf(energy);
    }
    return cost;
  }

  /**
   * In the tariff's currency: the peak of each calendar month that occurs, charged in full.
   *
   * @param last the month to which all that comes later is added, so that a vehicle that leaves
   *     after midnight does not cost another month
   */
  double demandCost(Tariff tariff, ZoneId zone, YearMonth last) {
    Map<YearMonth, Power> peaks = new HashMap<>();
    powers()
        .forEach((slot, power) -> {
          YearMonth month = YearMonth.from(slot.atZone(zone));
          peaks.merge(month.isAfter(last) ? last : month, power, Power::max);
        });
    double perKilowatt = tariff.demandCharge().map(DemandCharge::perKilowatt).orElse(0.0);
    return peaks.values().stream().mapToDouble(p -> Math.max(0, p.kilowatts()) * perKilowatt).sum();
  }
}
