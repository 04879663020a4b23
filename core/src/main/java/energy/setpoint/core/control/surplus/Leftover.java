package energy.setpoint.core.control.surplus;

import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.quantity.PhaseCurrents;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.reconcile.Reconciler;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Inverter;
import energy.setpoint.core.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reckons what the sun leaves over: forward from production and load, not back from the grid meter,
 * so that what vehicles and batteries do in answer cannot swing it.
 */
final class Leftover {

  private final Site site;
  private final Books books;
  private final Reconciler ledgers;

  Leftover(Site site, Books books, Reconciler ledgers) {
    this.site = site;
    this.books = books;
    this.ledgers = ledgers;
  }

  /**
   * Production less all load but that of some EVSEs and the batteries; negative where it is not
   * even enough for that, empty when an inverter is silent.
   *
   * @param load that the engine does not control, of the whole site
   * @param without EVSEs that are not counted
   */
  Optional<Power> find(PhaseCurrents load, List<EvseRef> without, Instant now) {
    Power production = Power.ZERO;
    for (Inverter inverter : site.inverters()) {
      var reading = books.devices().findFreshInverter(inverter.id(), now);
      if (reading.isEmpty()) {
        return Optional.empty();
      }
      production = production.minus(reading.get().power());
    }
    Power others =
        site.evses()
            .filter(evse -> !without.contains(evse.ref()))
            .filter(evse -> books.sessions().find(evse.ref()).isPresent())
            .map(evse -> drawn(evse, now))
            .reduce(Power.ZERO, Power::plus);
    return Optional.of(production.minus(load.at(site.voltage())).minus(others));
  }

  /** One that was not measured lately may draw all that it may. */
  private Power drawn(Evse evse, Instant now) {
    return books
        .stations()
        .findFreshPower(evse.ref(), now)
        .orElseGet(() -> ledgers.ledger(evse.ref()).mayDraw(now).at(site.voltage(), evse.phases()));
  }
}
