package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.port.ChargerGateway;
import energy.setpoint.core.port.IntentOutcome;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.Disobedience.Kind;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sees to it that every station carries its fallback, and tries again where it was refused.
 * Confined to the engine's loop.
 */
public final class Fallbacks {

  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** How often a fallback that was accepted, but is not listed, is taken for lost. */
  private static final int MOST_LOSSES = 2;

  private final Site site;
  private final Reconciler ledgers;
  private final ChargerGateway chargers;
  private final Dispatcher dispatcher;
  private final Set<StationId> confirmed = new HashSet<>();
  private final Set<StationId> due = new HashSet<>();
  private final Set<EvseRef> hidden = new HashSet<>();
  private final Map<StationId, Integer> losses = new HashMap<>();
  private final Map<StationId, Integer> demands = new HashMap<>();
  private final Map<StationId, Instant> notBefore = new HashMap<>();
  private final Map<StationId, Disobedience> refusals = new HashMap<>();
  private final Duration settleTime;
  private final InstantSource clock;

  /**
   * @param settleTime from a confirmed fallback until a vehicle that drew more has followed
   */
  public Fallbacks(
      Site site,
      Reconciler ledgers,
      ChargerGateway chargers,
      Dispatcher dispatcher,
      Duration settleTime,
      InstantSource clock) {
    this.site = site;
    this.settleTime = settleTime;
    this.clock = clock;
    this.ledgers = ledgers;
    this.chargers = chargers;
    this.dispatcher = dispatcher;
    site.stations().forEach(station -> due.add(station.id()));
  }

  /** True while the station is known to carry its fallback. */
  public boolean isConfirmed(StationId station) {
    return confirmed.contains(station);
  }

  /** Why the station does not take its fallback, and since when; empty while nothing failed. */
  public Optional<Disobedience> findRefusal(StationId station) {
    return Optional.ofNullable(refusals.get(station));
  }

  /** The station has long carried its fallback. */
  void confirm(Station station) {
    confirmed.add(station.id());
    eachShown(station, ledger -> ledger.confirmFallback(station.fallback()));
  }

  /** The station shall be told again, because it came back. */
  void demand(StationId station) {
    due.add(station);
    notBefore.remove(station);
    demands.merge(station, 1, Integer::sum);
  }

  /** The station started anew and may have forgotten its fallback, or be another one. */
  void demandAnew(Station station) {
    unconfirm(station);
    demand(station.id());
  }

  /** Nobody knows what the station falls back to. */
  void unconfirm(Station station) {
    confirmed.remove(station.id());
    station.evses().forEach(evse -> ledgers.ledger(evse.ref()).forgetFallback());
  }

  /**
   * The station told at which EVSEs a profile of somebody else may go before its fallback: nobody
   * knows what those rest at, whatever the station accepts.
   */
  void hide(Station station, Predicate<EvseRef> isHidden) {
    for (Evse evse : station.evses()) {
      DeviceLedger ledger = ledgers.ledger(evse.ref());
      if (isHidden.test(evse.ref())) {
        hidden.add(evse.ref());
        ledger.forgetFallback();
      } else if (hidden.remove(evse.ref()) && isConfirmed(station.id())) {
        rest(station, ledger);
      }
    }
  }

  /**
   * The station told whether it holds its fallback. One that accepts it time and again and never
   * lists it does not tell all that it holds: it is believed what it accepted, for its composite
   * schedule shows what it does.
   */
  boolean isLost(StationId station, boolean missing) {
    if (!missing) {
      losses.remove(station);
      return false;
    }
    return !isConfirmed(station) || losses.merge(station, 1, Integer::sum) <= MOST_LOSSES;
  }

  /** Tells each connected station whose fallback is due, at most once in half a minute. */
  public void sendDue(Instant now) {
    for (Station station : site.stations()) {
      boolean wait = now.isBefore(notBefore.getOrDefault(station.id(), Instant.MIN));
      if (wait || !due.contains(station.id()) || !chargers.isConnected(station.id())) {
        continue;
      }
      notBefore.put(station.id(), now.plus(PAUSE));
      int demand = demands.getOrDefault(station.id(), 0);
      dispatcher.sendFallback(station, outcome -> answered(station, demand, outcome));
    }
  }

  private void answered(Station station, int demand, IntentOutcome outcome) {
    switch (outcome) {
      case IntentOutcome.Accepted it when drawsMoreThanMeant(station, it) ->
          failed(
              station.id(),
              Kind.REFUSES,
              "it may draw "
                  + it.mayDraw().orElseThrow()
                  + " per phase, whatever its fallback says");
      case IntentOutcome.Accepted _ -> {
        refusals.remove(station.id());
        if (demand == demands.getOrDefault(station.id(), 0)) {
          due.remove(station.id());
          confirmNow(station);
        }
      }
      case IntentOutcome.Refused it -> failed(station.id(), Kind.REFUSES, it.reason());
      case IntentOutcome.NotSent it -> failed(station.id(), Kind.REFUSES, it.reason());
      case IntentOutcome.Unanswered it -> failed(station.id(), Kind.SILENT, it.reason());
    }
  }

  /**
   * A CSMS may have lowered it to what the station cannot keep to, such as 0 A: that is no harm.
   */
  private static boolean drawsMoreThanMeant(Station station, IntentOutcome.Accepted accepted) {
    return accepted.mayDraw().filter(it -> it.isMoreThan(station.fallback())).isPresent();
  }

  private void confirmNow(Station station) {
    confirmed.add(station.id());
    eachShown(station, ledger -> rest(station, ledger));
  }

  private void rest(Station station, DeviceLedger ledger) {
    ledger.confirmFallback(station.fallback(), clock.instant(), settleTime);
  }

  private void eachShown(Station station, Consumer<DeviceLedger> change) {
    station.evses().stream()
        .map(Evse::ref)
        .filter(evse -> !hidden.contains(evse))
        .map(ledgers::ledger)
        .forEach(change);
  }

  private void failed(StationId station, Kind kind, String reason) {
    Disobedience first = new Disobedience(kind, reason, clock.instant(), 1);
    refusals.merge(station, first, (before, _) -> before.again(kind, reason));
  }
}
