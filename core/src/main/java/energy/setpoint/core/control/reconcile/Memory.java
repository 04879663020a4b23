package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.intent.CallReserve;
import energy.setpoint.core.intent.CapPower;
import energy.setpoint.core.intent.CapStation;
import energy.setpoint.core.intent.ChargingIntent;
import energy.setpoint.core.intent.EvseIntent;
import energy.setpoint.core.intent.FollowSetpoint;
import energy.setpoint.core.intent.OfferPriority;
import energy.setpoint.core.intent.RequestedIntent;
import energy.setpoint.core.intent.SetFallback;
import energy.setpoint.core.port.LoggedIntent;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import energy.setpoint.core.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Enters what was sent before a restart into the ledgers. Confined to the engine's loop. */
public final class Memory {

  private final Site site;
  private final Reconciler ledgers;
  private final Fallbacks fallbacks;
  private final Instant now;

  /**
   * @param now at which it is asked what may still be in force
   */
  public Memory(Site site, Reconciler ledgers, Fallbacks fallbacks, Instant now) {
    this.site = site;
    this.ledgers = ledgers;
    this.fallbacks = fallbacks;
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
      case CapPower cap ->
          recall(
              cap.evse(),
              new Allowance(cap.ceiling().perPhase(), Current.ZERO),
              cap.validity(),
              logged.accepted());
      case FollowSetpoint follow ->
          recall(follow.evse(), allowance(follow), follow.validity(), logged.accepted());
      case SetFallback fallback -> {
        site.findStation(fallback.station())
            .ifPresent(station -> recall(station, fallback, logged.accepted()));
      }
      case EvseIntent _, CapStation _, OfferPriority _, CallReserve _, RequestedIntent _ -> {}
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

  private static boolean isSame(Station station, SetFallback fallback) {
    return fallback.ceiling().perPhase().equals(station.fallback());
  }

  private Allowance allowance(FollowSetpoint follow) {
    int phases = site.findEvse(follow.evse()).map(Evse::phases).orElse(3);
    Power power = follow.setpoint().power();
    return Allowance.ofSigned(site.voltage().currentFor(power, phases));
  }

  private void recall(EvseRef ref, Allowance allowance, Interval validity, boolean accepted) {
    if (site.findEvse(ref).isEmpty() || !now.isBefore(validity.end())) {
      return;
    }
    DeviceLedger ledger = ledgers.ledger(ref);
    DeviceLedger.Lease lease = new DeviceLedger.Lease(allowance, validity.end());
    if (accepted) {
      ledger.accepted(lease, now, Duration.ZERO);
    } else {
      ledger.suspect(lease);
    }
  }
}
