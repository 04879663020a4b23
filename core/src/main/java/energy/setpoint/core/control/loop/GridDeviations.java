package energy.setpoint.core.control.loop;

import energy.setpoint.core.event.DerEvent;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.StationId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * While a station deviates from its charging profiles for the good of the grid, all its EVSEs count
 * with their hardware maximum, in both directions: no limit of ours holds them (OCPP 2.1 R05).
 */
final class GridDeviations {

  private final Site site;
  private final Reconciler ledgers;
  private final Duration settleTime;
  private final InstantSource clock;

  GridDeviations(Site site, Reconciler ledgers, Duration settleTime, InstantSource clock) {
    this.site = site;
    this.ledgers = ledgers;
    this.settleTime = settleTime;
    this.clock = clock;
  }

  void saw(DerEvent event) {
    if (event instanceof DerEvent.Alarm alarm) {
      if (alarm.ended()) {
        over(alarm.station());
      } else {
        each(alarm.station(), ledger -> ledger.overrule(Overruling.GRID));
      }
    }
  }

  /** A station that starts anew tells again when it deviates. */
  void booted(StationId station) {
    over(station);
  }

  private void over(StationId station) {
    each(station, ledger -> ledger.obeysAgain(Overruling.GRID, clock.instant(), settleTime));
  }

  private void each(StationId station, Consumer<DeviceLedger> change) {
    site.findStation(station)
        .ifPresent(it -> it.evses().stream().map(Evse::ref).map(ledgers::ledger).forEach(change));
  }
}
