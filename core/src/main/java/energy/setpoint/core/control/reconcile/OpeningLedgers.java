package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.reconcile.Allowance;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Battery;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.time.Instant;

/**
 * What is assumed of every device before it has said anything: an EVSE takes its hardware maximum,
 * and a battery follows a setpoint of before, whichever, until that lease is over.
 */
public final class OpeningLedgers {

  private OpeningLedgers() {}

  /**
   * @param lease how long an allowance holds
   */
  public static Reconciler of(Site site, Duration lease, Instant now) {
    Reconciler ledgers = new Reconciler(lease);
    site.evses()
        .forEach(evse -> ledgers.register(evse.ref(), DeviceLedger.of(evse.ref(), evse.maximum())));
    for (Battery battery : site.batteries()) {
      ledgers.register(battery.id(), ledger(battery, site.voltage(), now.plus(lease)));
    }
    return ledgers;
  }

  private static DeviceLedger ledger(Battery battery, Voltage voltage, Instant unknownUntil) {
    DeviceLedger ledger = DeviceLedger.of(battery.id(), voltage.currentFor(battery.maxCharge(), 3));
    ledger.confirmFallback(Current.ZERO);
    ledger.suspect(unknown(battery.maxCharge(), voltage, unknownUntil));
    ledger.suspect(unknown(battery.maxDischarge().negated(), voltage, unknownUntil));
    return ledger;
  }

  private static DeviceLedger.Lease unknown(Power power, Voltage voltage, Instant until) {
    return new DeviceLedger.Lease(Allowance.ofSigned(voltage.currentFor(power, 3)), until);
  }
}
