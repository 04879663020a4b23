package energy.setpoint.simulation.profile.offer;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.Evse;
import energy.setpoint.simulation.physics.Offer;
import energy.setpoint.simulation.profile.RateUnit;
import energy.setpoint.simulation.profile.RunningTransaction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Shares the station's maximum among its EVSEs (K04.FR.05; 1.6 section 3.13.3).
 *
 * @param total in the unit; amperes count on every phase
 */
record StationShare(double total, RateUnit unit, Map<Integer, Evse> evses, Voltage voltage) {

  /** A transaction in the sharing; its weight turns its amperes into the unit of the maximum. */
  private record Taker(int evse, double limitAmps, double minimumAmps, double weight) {}

  void apply(Collection<RunningTransaction> running, Map<Integer, Allowance> allowed) {
    List<Taker> takers = new ArrayList<>();
    for (RunningTransaction tx : running) {
      Taker taker = taker(tx, allowed.getOrDefault(tx.evse(), Allowance.NONE).offer());
      if (tx.wantsEnergy() && taker.limitAmps() > 0 && taker.limitAmps() >= taker.minimumAmps()) {
        takers.add(taker);
      }
    }
    takers.sort(Comparator.comparingInt(Taker::evse));
    allowed.replaceAll((evse, allowance) -> limited(allowance, Current.ZERO));
    share(takers, allowed);
  }

  private void share(List<Taker> takers, Map<Integer, Allowance> allowed) {
    while (!takers.isEmpty()) {
      double level = level(takers);
      if (takers.stream().allMatch(t -> Math.min(level, t.limitAmps()) >= t.minimumAmps())) {
        for (Taker t : takers) {
          Current share =
              Current.ofMilliamps((long) (Math.min(level, t.limitAmps()) * 1000 + 1e-6));
          allowed.computeIfPresent(t.evse(), (evse, none) -> limited(none, share));
        }
        return;
      }
      takers.removeLast();
    }
  }

  /** The current up to which everybody is filled, so that the total is just reached. */
  private double level(List<Taker> takers) {
    List<Taker> rising =
        takers.stream().sorted(Comparator.comparingDouble(Taker::limitAmps)).toList();
    double left = total;
    double weight = takers.stream().mapToDouble(Taker::weight).sum();
    for (Taker t : rising) {
      if (t.limitAmps() * weight >= left) {
        return left / weight;
      }
      left -= t.limitAmps() * t.weight();
      weight -= t.weight();
    }
    return Double.MAX_VALUE;
  }

  private Taker taker(RunningTransaction tx, Offer offer) {
    Evse evse = evses.get(tx.evse());
    double minimum = evse == null ? 0 : evse.minimum().amps();
    // In amperes every EVSE counts on every phase: whatever the rotation, no phase carries more.
    double weight = unit == RateUnit.A ? 1 : tx.phasesInUse() * voltage.volts();
    return new Taker(tx.evse(), wanted(offer), minimum, weight);
  }

  private static double wanted(Offer offer) {
    return offer.setpoint().map(s -> s.min(offer.limit())).orElse(offer.limit()).amps();
  }

  private static Allowance limited(Allowance allowance, Current limit) {
    return allowance.with(new Offer(limit, allowance.offer().setpoint()));
  }
}
