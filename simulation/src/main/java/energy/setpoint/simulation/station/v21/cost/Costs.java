package energy.setpoint.simulation.station.v21.cost;

import energy.setpoint.core.site.Supply;
import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.state.ConnectorState;
import energy.setpoint.simulation.station.state.EvseSnapshot;
import energy.setpoint.simulation.station.state.Transaction;
import energy.setpoint.simulation.station.tariff.CostMeter;
import energy.setpoint.simulation.station.tariff.Moment;
import energy.setpoint.simulation.station.tariff.Usage;
import energy.setpoint.simulation.station.v2x.device.Setting;
import java.time.Duration;
import java.time.Instant;

/** Costs while time goes by (2.1 part 2, I07, I12). */
public final class Costs {

  public static final Setting ENABLED = new Setting("TariffCostCtrlr.Enabled[Cost]", "false");
  public static final Setting RUNNING =
      new Setting("TariffCostCtrlr.Enabled[RunningCost]", "false");

  /** In seconds. */
  public static final Setting INTERVAL = new Setting("TariffCostCtrlr.Interval[Cost]", "60");

  private Costs() {}

  public static void advance(StationControls station) {
    TariffShelf shelf = new TariffShelf(station);
    shelf.settle(station.now());
    for (EvseSnapshot evse : station.places().evses()) {
      evse.transactionId()
          .flatMap(station.operations()::findTransaction)
          .ifPresent(tx -> count(tx, evse, shelf, station));
    }
  }

  private static void count(
      Transaction tx, EvseSnapshot evse, TariffShelf shelf, StationControls station) {
    if (tx.costs().isEmpty()) {
      // I07.FR.14, I07.FR.24: whatever happens to the default later, this tariff stays.
      shelf.findDefault(tx.evse(), station.now()).ifPresent(t -> tx.bill(new CostMeter(t)));
    }
    Instant now = station.now();
    Duration step = tx.usage().since(now);
    Moment moment = tx.usage().observe(seen(evse, station), now, station.profiles().rules().zone());
    tx.tellCosts(ENABLED.isOnIn(station));
    tx.costs()
        .ifPresent(meter -> {
          meter.advance(moment, now);
          tx.show(meter.details(false).total().inclTax());
          tellWhenDue(tx, moment, step, station);
        });
  }

  private static Usage.Seen seen(EvseSnapshot evse, StationControls station) {
    double amps = evse.currents().l1().amps() + evse.currents().l2().amps();
    return new Usage.Seen(
        station.places().rating(evse.evse().number()).supply() == Supply.DC,
        evse.imported().wattHours() - evse.exported().wattHours(),
        amps + evse.currents().l3().amps(),
        evse.power().watts(),
        evse.state() == ConnectorState.CHARGING);
  }

  /** I12.FR.02, I12.FR.03. */
  private static void tellWhenDue(
      Transaction tx, Moment moment, Duration step, StationControls station) {
    if (!ENABLED.isOnIn(station) || !RUNNING.isOnIn(station)) {
      return;
    }
    long every = Math.max(1, Long.parseLong(INTERVAL.in(station)));
    double before = moment.seconds() - step.toMillis() / 1000.0;
    if (Math.floor(moment.seconds() / every) > Math.floor(before / every)) {
      tx.id()
          .ifPresent(id ->
              station
                  .operations()
                  .tell(id, (t, offline) -> CostEvents.runningCost(t, station.now(), offline)));
    }
  }
}
