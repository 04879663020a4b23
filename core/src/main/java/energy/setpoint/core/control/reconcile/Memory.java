package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.intent.AdjustSetpoint;
import energy.setpoint.core.intent.AllowEnergyTransfer;
import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPhases;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.LeasedIntent;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.Operate;
import energy.setpoint.core.intent.PrioritizeCharging;
import energy.setpoint.core.intent.Release;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.intent.Setpoint;
import energy.setpoint.core.intent.StopTransaction;
import energy.setpoint.core.intent.SwitchPhases;
import energy.setpoint.core.order.Manner;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Enters what was sent before a restart into the ledgers. Confined to the engine's loop. */
public final class Memory {

  private final Site site;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final Duration settleTime;
  private final Instant now;

  /**
   * @param settleTime from a confirmed decrease until the current has really fallen
   * @param now at which it is asked what may still be in force
   */
  public Memory(
      Site site, Reconciler ledgers, Fallbacks fallbacks, Duration settleTime, Instant now) {
    this.site = site;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
    this.settleTime = settleTime;
    this.now = now;
  }

  /**
   * @param intents that devices may be following
   */
  public void recall(List<LoggedIntent> intents) {
    intents.forEach(this::recall);
  }

  private void recall(LoggedIntent logged) {
    ChargingIntent intent = logged.intent();
    switch (intent) {
      case CapPower cap -> recall(cap.evse(), draw(cap.ceiling().perPhase()), cap, logged);
      case CapPhases cap -> recall(cap.evse(), draw(largest(cap)), cap, logged);
      case SwitchPhases phases ->
          recall(phases.evse(), draw(phases.ceiling().perPhase()), phases, logged);
      case FollowSetpoint follow ->
          recall(follow.evse(), allowance(follow.evse(), follow.setpoint()), follow, logged);
      case AdjustSetpoint adjust ->
          recall(adjust.evse(), allowance(adjust.evse(), adjust.setpoint()), adjust, logged);
      case Operate operate -> recall(operate, logged);
      case SetFallback fallback -> {
        site.findStation(fallback.station())
            .ifPresent(station -> recall(station, fallback, logged.accepted()));
      }
      case OfferPriority offer -> {
        site.findStation(offer.station())
            .ifPresent(station -> recall(station, offer, logged.accepted()));
      }
      // None of these raises what an EVSE is held to by itself; priority has its own memory.
      case Release _,
          StopTransaction _,
          PrioritizeCharging _,
          AllowEnergyTransfer _,
          CapStation _,
          CallReserve _,
          RequestedIntent _ -> {}
    }
  }

  /** A different fallback that may be in force makes the one before it uncertain. */
  private void recall(Station station, SetFallback fallback, boolean accepted) {
    if (accepted && isSame(station, fallback)) {
      fallbacks.confirm(station);
    } else if (!isSame(station, fallback)) {
      fallbacks.unconfirm(station);
    }
  }

  /** One that may be in force counts beside the one before it. */
  private void recall(Station station, OfferPriority offer, boolean accepted) {
    for (Evse evse : station.evses()) {
      DeviceLedger ledger = ledgers.ledger(evse.ref());
      Current most = offer.ceiling().perPhase().min(evse.maximum());
      ledger.offer(accepted ? most : most.max(ledger.offered()));
    }
  }

  private static boolean isSame(Station station, SetFallback fallback) {
    return fallback.ceiling().perPhase().equals(station.fallback());
  }

  private Allowance allowance(EvseRef evse, Setpoint setpoint) {
    int phases = site.findEvse(evse).map(Evse::phases).orElse(3);
    return Allowance.ofSigned(site.voltage().currentFor(setpoint.power(), phases));
  }

  private static Allowance draw(Current perPhase) {
    return new Allowance(perPhase, Current.ZERO);
  }

  private static Current largest(CapPhases cap) {
    return cap.most().stream().reduce(Current.ZERO, Current::max);
  }

  /** The EVSE decides by itself within its bounds, so both directions count. */
  private void recall(Operate operate, LoggedIntent logged) {
    var act = new Manner.ActByItself(operate.mode(), operate.ceiling().perPhase());
    site.findEvse(operate.evse())
        .map(evse -> act.bounds(evse, site.voltage()))
        .ifPresent(bounds -> recall(operate.evse(), bounds, operate, logged));
  }

  /** What was in force before a lease that was accepted a moment ago is not known any more. */
  private void recall(EvseRef ref, Allowance allowance, LeasedIntent intent, LoggedIntent logged) {
    Optional<Evse> evse = site.findEvse(ref);
    if (evse.isEmpty()) {
      return;
    }
    DeviceLedger ledger = ledgers.ledger(ref);
    Instant settled = logged.sentAt().plus(settleTime);
    if (now.isBefore(settled)) {
      ledger.settle(new Allowance(evse.get().maximum(), Current.ZERO), settled);
    }
    if (!now.isBefore(intent.validity().end())) {
      return;
    }
    DeviceLedger.Lease lease = new DeviceLedger.Lease(allowance, intent.validity().end());
    if (logged.accepted()) {
      ledger.recall(lease, now);
    } else {
      ledger.suspect(lease);
    }
  }
}
