package energy.setpoint.core.control.reconcile;

import energy.setpoint.core.control.book.OrderBook;
import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.port.LedgerEntry;
import energy.setpoint.core.port.LedgerStore;
import energy.setpoint.core.reconcile.DeviceLedger;
import energy.setpoint.core.reconcile.Disobedience;
import energy.setpoint.core.reconcile.HeldLimit;
import energy.setpoint.core.reconcile.Overruling;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stores the ledgers so that a restart forgets neither who disobeys nor since when: a change of
 * that at once, mere counts once a minute. Confined to the engine's loop.
 */
public final class KeepLedgers {

  private static final System.Logger LOG = System.getLogger(KeepLedgers.class.getName());

  private static final Duration PERIOD_OF_COUNTS = Duration.ofMinutes(1);

  private final Site site;
  private final SessionBook sessions;
  private final OrderBook orders;
  private final Reconciler ledgers;
  private final LedgerStore store;
  private final Map<EvseRef, Kept> kept = new HashMap<>();

  private record Kept(LedgerEntry entry, Instant at) {}

  public KeepLedgers(
      Site site, SessionBook sessions, OrderBook orders, Reconciler ledgers, LedgerStore store) {
    this.site = site;
    this.sessions = sessions;
    this.orders = orders;
    this.ledgers = ledgers;
    this.store = store;
  }

  /**
   * Takes up what was stored. Entries of EVSEs that the site has no more are passed over, and what
   * was reported of a transaction that is over.
   */
  public void resume() {
    for (LedgerEntry entry : store.list()) {
      if (site.findEvse(entry.evse()).isPresent()) {
        ledgers
            .ledger(entry.evse())
            .resume(
                entry.counts(),
                entry.disobedience(),
                entry.reported().filter(_ -> sessions.find(entry.evse()).isPresent()));
        entry.overrulings().forEach(by -> overrule(entry.evse(), by));
        entry.order().ifPresent(orders::resume);
        kept.put(entry.evse(), new Kept(entry, Instant.MIN));
      }
    }
  }

  /** Priority ends with its transaction; what a station does for the grid is not known to end. */
  private void overrule(EvseRef evse, Overruling by) {
    if (by == Overruling.GRID || sessions.find(evse).isPresent()) {
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} counts with its hardware maximum, as before the restart: {1}",
          evse,
          by);
      ledgers.ledger(evse).overrule(by);
    }
  }

  /** Stores what has changed. */
  public void keep(Instant now) {
    site.evses().forEach(evse -> keep(entry(evse.ref(), now), now));
  }

  private LedgerEntry entry(EvseRef evse, Instant now) {
    DeviceLedger ledger = ledgers.ledger(evse);
    return new LedgerEntry(
        evse,
        ledger.counts(),
        ledger.findDisobedience(now),
        ledger.findReported(),
        ledger.overrulings(),
        orders.find(evse));
  }

  private void keep(LedgerEntry entry, Instant now) {
    Kept last = kept.get(entry.evse());
    boolean due =
        last == null
            || differs(last.entry(), entry)
            || !now.isBefore(last.at().plus(PERIOD_OF_COUNTS));
    if (due && (last == null || !last.entry().equals(entry))) {
      save(entry, now);
    }
  }

  /** A store that fails must not stop the loop; the next look tries again. */
  private void save(LedgerEntry entry, Instant now) {
    try {
      store.save(entry);
      kept.put(entry.evse(), new Kept(entry, now));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "The ledger of {0} was not kept: {1}", entry.evse(), e);
    }
  }

  private static boolean differs(LedgerEntry one, LedgerEntry other) {
    return !one.disobedience()
            .map(Disobedience::since)
            .equals(other.disobedience().map(Disobedience::since))
        || !verdict(one).equals(verdict(other))
        || !one.overrulings().equals(other.overrulings())
        || !one.order().equals(other.order());
  }

  private static Optional<HeldLimit.Verdict> verdict(LedgerEntry entry) {
    return entry.reported().map(HeldLimit::verdict);
  }
}
