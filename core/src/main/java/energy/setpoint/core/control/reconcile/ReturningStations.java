package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.event.ProfilesReported;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Station;

/**
 * Has stations told again what they shall do, because they may have forgotten it while nobody heard
 * them. Confined to the engine's loop.
 */
public final class ReturningStations {

  private final Fallbacks fallbacks;
  private final Reconciler ledgers;

  public ReturningStations(Fallbacks fallbacks, Reconciler ledgers) {
    this.fallbacks = fallbacks;
    this.ledgers = ledgers;
  }

  /** The station is back and carries what it carried. */
  public void connected(Station station) {
    fallbacks.demand(station.id());
    demandRenewals(station);
  }

  /** The station started anew and counts with its hardware maximum until it confirms a fallback. */
  public void booted(Station station) {
    fallbacks.demandAnew(station);
    demandRenewals(station);
  }

  /** It may have lost its fallback without having said that it started anew. */
  public void reported(Station station, ProfilesReported told) {
    fallbacks.hide(station, told::hidesFallbackAt);
    if (fallbacks.isLost(station.id(), told.fallbackMissing())) {
      fallbacks.demandAnew(station);
      demandRenewals(station);
    }
  }

  private void demandRenewals(Station station) {
    station.evses().forEach(evse -> ledgers.ledger(evse.ref()).demandRenewal());
  }
}
