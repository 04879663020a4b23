package energy.setpoint.core.control.surplus;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Shares surplus among vehicles: each that charges gets its minimum, and what is left is shared
 * alike. One more begins when its minimum was there for a minute; the last one stops when the
 * surplus was too little in the mean of three minutes, and not before it has charged for as long.
 * Confined to the engine's loop.
 */
final class SurplusShares {

  private final Voltage voltage;
  private final SequencedMap<EvseRef, Instant> charging = new LinkedHashMap<>();
  private final Map<EvseRef, PhaseChoice> choices = new HashMap<>();

  SurplusShares(Voltage voltage) {
    this.voltage = voltage;
  }

  /**
   * What each gets.
   *
   * @param takers the first comes first
   * @return of those that charge; who is missing waits
   */
  Map<EvseRef, SurplusShare> share(List<Taker> takers, SteadySurplus surplus, Instant now) {
    List<EvseRef> present = takers.stream().map(Taker::evse).toList();
    charging.keySet().retainAll(present);
    choices.keySet().retainAll(present);
    begin(takers, surplus.sure(now), now);
    stop(takers, surplus.lately(now), now);
    List<Taker> active = takers.stream().filter(it -> charging.containsKey(it.evse())).toList();
    switchPhases(active, surplus, now);
    return divide(active, surplus.usable());
  }

  private void begin(List<Taker> takers, Power sure, Instant now) {
    for (Taker taker : takers) {
      if (charging.containsKey(taker.evse())) {
        continue;
      }
      int phases = phasesToBegin(taker, now);
      Power least = taker.least(phases, voltage);
      if (leastOfAll(takers).plus(least).compareTo(sure) > 0) {
        return;
      }
      charging.putLast(taker.evse(), now);
      if (phases(taker) != phases || !choices.containsKey(taker.evse())) {
        choices.put(taker.evse(), new PhaseChoice(phases, now));
      }
    }
  }

  /** As few as possible, but a choice outlasts a pause. */
  private int phasesToBegin(Taker taker, Instant now) {
    PhaseChoice choice = choices.get(taker.evse());
    return choice == null || choice.mayChange(now) ? taker.fewestPhases() : phases(taker);
  }

  private void stop(List<Taker> takers, Power lately, Instant now) {
    while (!charging.isEmpty() && leastOfAll(takers).compareTo(lately) > 0) {
      var last = charging.lastEntry();
      if (now.isBefore(last.getValue().plus(SteadySurplus.PATIENCE))) {
        return;
      }
      charging.remove(last.getKey());
    }
  }

  /** One at a time, so that the next is judged by what this one leaves. */
  private void switchPhases(List<Taker> active, SteadySurplus surplus, Instant now) {
    for (Taker taker : active) {
      PhaseChoice choice = choices.get(taker.evse());
      if (!taker.switchable() || choice == null || !choice.mayChange(now)) {
        continue;
      }
      Power others = leastOfAll(active).minus(taker.least(choice.phases(), voltage));
      Power onAll = taker.least(taker.mostPhases(), voltage);
      boolean more = surplus.sure(now).minus(others).compareTo(onAll) >= 0;
      boolean less = surplus.lately(now).minus(others).compareTo(onAll) < 0;
      if (choice.phases() == 1 ? more : less) {
        int phases = choice.phases() == 1 ? taker.mostPhases() : 1;
        choices.put(taker.evse(), new PhaseChoice(phases, now));
        return;
      }
    }
  }

  private Power leastOfAll(List<Taker> takers) {
    return takers.stream()
        .filter(taker -> charging.containsKey(taker.evse()))
        .map(taker -> taker.least(phases(taker), voltage))
        .reduce(Power.ZERO, Power::plus);
  }

  private int phases(Taker taker) {
    PhaseChoice choice = choices.get(taker.evse());
    return choice == null || !taker.switchable() ? taker.fewestPhases() : choice.phases();
  }

  private Map<EvseRef, SurplusShare> divide(List<Taker> active, Power usable) {
    Map<EvseRef, SurplusShare> shares = new HashMap<>();
    Power left = usable.minus(leastOfAll(active)).max(Power.ZERO);
    int waiting = active.size();
    for (Taker taker : byRoom(active)) {
      int phases = phases(taker);
      Power least = taker.least(phases, voltage);
      Power more = left.times(1.0 / waiting).min(taker.most(phases, voltage).minus(least));
      left = left.minus(more);
      waiting--;
      shares.put(taker.evse(), new SurplusShare(least.plus(more), phases, taker.switchable()));
    }
    return shares;
  }

  /** Who can take least more comes first, so that the others share what it leaves. */
  private List<Taker> byRoom(List<Taker> active) {
    return active.stream()
        .sorted(
            Comparator.comparing(taker ->
                taker.most(phases(taker), voltage).minus(taker.least(phases(taker), voltage))))
        .toList();
  }
}
