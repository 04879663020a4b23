package energy.setpoint.ocpp.gateway.memory;

import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What was last wanted of one station and of each of its EVSEs, for stations that ask, and to be
 * sent again.
 */
public final class WantedIntents {

  private final Map<Slot, Wanted> wanted = new HashMap<>();

  /**
   * @param traits of the station, by which it was put into words
   */
  private record Sent(ChargingIntent intent, StationTraits traits, boolean accepted) {}

  /**
   * @param before what holds again when the station refuses
   */
  private record Wanted(Sent last, Optional<Sent> before) {

    ChargingIntent intent() {
      return last.intent();
    }

    Wanted accepted() {
      return new Wanted(new Sent(last.intent(), last.traits(), true), before);
    }
  }

  /**
   * It goes out now. From here on it is what a station is told that asks.
   *
   * @param traits of the station, by which it was put into words
   */
  public synchronized void note(ChargingIntent intent, StationTraits traits) {
    Slot.of(intent)
        .ifPresent(slot -> {
          if (intent instanceof Release) {
            wanted.remove(slot);
          } else {
            replace(slot, new Sent(intent, traits, false));
          }
        });
  }

  private void replace(Slot slot, Sent sent) {
    wanted.put(slot, new Wanted(sent, Optional.ofNullable(wanted.get(slot)).map(Wanted::last)));
  }

  /** The station accepted it; until then it need not have it. */
  public synchronized void accepted(ChargingIntent intent) {
    wanted.replaceAll((slot, it) -> it.intent().equals(intent) ? it.accepted() : it);
  }

  /** The station refused it, or it never went out. */
  public synchronized void retract(ChargingIntent intent) {
    for (Map.Entry<Slot, Wanted> each : Set.copyOf(wanted.entrySet())) {
      if (each.getValue().intent().equals(intent)) {
        wanted.remove(each.getKey());
        each.getValue()
            .before()
            .ifPresent(old -> wanted.put(each.getKey(), new Wanted(old, Optional.empty())));
      }
    }
  }

  public synchronized Optional<EvseIntent> find(EvseRef evse) {
    return Optional.ofNullable(wanted.get(new Slot(evse)))
        .map(Wanted::intent)
        .filter(EvseIntent.class::isInstance)
        .map(EvseIntent.class::cast);
  }

  /** The traits by which what {@link #find} gives was put into words. */
  public synchronized Optional<StationTraits> findTraits(EvseRef evse) {
    return Optional.ofNullable(wanted.get(new Slot(evse))).map(it -> it.last().traits());
  }

  public synchronized List<ChargingIntent> list() {
    return wanted.values().stream().map(Wanted::intent).toList();
  }

  /**
   * What the station accepted last and that still holds.
   *
   * @param running the transaction at an EVSE
   */
  public synchronized List<ChargingIntent> listAccepted(
      Instant now, Function<EvseRef, Optional<String>> running) {
    return wanted.values().stream()
        .map(Wanted::last)
        .filter(Sent::accepted)
        .map(Sent::intent)
        .filter(intent -> StillInForce.holds(intent, now, running))
        .toList();
  }
}
