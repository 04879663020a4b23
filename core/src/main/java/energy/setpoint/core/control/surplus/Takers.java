package energy.setpoint.core.control.surplus;

import energy.setpoint.core.control.SurplusCharging;
import energy.setpoint.core.control.SurplusSettings;
import energy.setpoint.core.control.book.Books;
import energy.setpoint.core.control.need.Urgency;
import energy.setpoint.core.control.vehicle.Appetites;
import energy.setpoint.core.quantity.Current;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Supply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lists the vehicles that charge on surplus now: they need something, and they can wait for it, or
 * must. Confined to the engine's loop.
 */
public final class Takers {

  /** Who needs more of the time left than this at full power waits for the sun no longer... */
  private static final double URGENT = 0.9;

  /** ...until it has got so far ahead. */
  private static final double EASED = 0.7;

  private final Site site;
  private final SurplusSettings settings;
  private final Books books;
  private final Appetites appetites;
  private final Urgency urgency;
  private final Set<EvseRef> urgent = new HashSet<>();

  public Takers(
      Site site, SurplusSettings settings, Books books, Appetites appetites, Urgency urgency) {
    this.site = site;
    this.settings = settings;
    this.books = books;
    this.appetites = appetites;
    this.urgency = urgency;
  }

  /** Who came first comes first. */
  List<Taker> list(Instant now) {
    List<Taker> takers = new ArrayList<>();
    for (ChargingSession session : books.sessions().open()) {
      settings
          .find(session.evse())
          .filter(how -> waitsForTheSun(session, how, now))
          .ifPresent(how -> takers.add(taker(session, how)));
    }
    urgent.retainAll(books.sessions().open().stream().map(ChargingSession::evse).toList());
    return takers;
  }

  private boolean waitsForTheSun(ChargingSession session, SurplusCharging how, Instant now) {
    EvseRef evse = session.evse();
    double need =
        urgency.of(
            session,
            books.sessions().deliveredSinceNeed(session),
            site.findEvse(evse).orElseThrow(),
            phases(session),
            now);
    if (need >= URGENT) {
      urgent.add(evse);
    } else if (need < EASED) {
      urgent.remove(evse);
    }
    boolean mustGoOn =
        how.reliance() == SurplusCharging.Reliance.UNTIL_URGENT && urgent.contains(evse);
    return need > 0 && !mustGoOn && !appetites.isFull(evse, now);
  }

  private int phases(ChargingSession session) {
    Evse evse = site.findEvse(session.evse()).orElseThrow();
    return evse.supply() == Supply.DC
        ? evse.phases()
        : evse.phasesLoadedBy(session.need().phases()).size();
  }

  private Taker taker(ChargingSession session, SurplusCharging how) {
    Evse evse = site.findEvse(session.evse()).orElseThrow();
    int phases = phases(session);
    Current byVehicle = site.voltage().currentFor(session.need().maxCharge(), phases);
    boolean switchable =
        how.switchesPhases()
            && evse.supply() == Supply.AC
            && phases == 3
            && books.phases().maySwitch(evse.ref());
    return new Taker(
        evse.ref(),
        evse.minimum(),
        evse.maximum().min(byVehicle).max(evse.minimum()),
        phases,
        switchable);
  }
}
