package energy.setpoint.core.control.book;

import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.PastSession;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Instant;
import java.util.List;

/** Lets experience learn from every session that ends, on its way to the store. */
final class LearningStore implements SessionStore {

  /** A session with less was a mistake or a test, and teaches nothing. */
  private static final double TELLING_WATT_HOURS = 100;

  private final Site site;
  private final Experience experience;
  private final SessionStore store;

  LearningStore(Site site, Experience experience, SessionStore store) {
    this.site = site;
    this.experience = experience;
    this.store = store;
  }

  @Override
  public void save(ChargingSession session) {
    store.save(session);
    session.ended().ifPresent(end -> learn(session, end));
  }

  private void learn(ChargingSession session, Instant end) {
    boolean telling =
        session.delivered().wattHours() >= TELLING_WATT_HOURS && session.started().isBefore(end);
    if (!telling) {
      return;
    }
    for (Station station : site.stations()) {
      for (Evse evse : station.evses()) {
        if (evse.ref().equals(session.evse())) {
          experience.learn(past(session, end, station, evse));
        }
      }
    }
  }

  private PastSession past(ChargingSession session, Instant end, Station station, Evse evse) {
    int phases = evse.phasesLoadedBy(session.need().phases()).size();
    Power most = session.need().maxCharge().min(evse.maximum().at(site.voltage(), phases));
    return new PastSession(
        session.started(),
        end,
        session.delivered(),
        session.need().target().minus(session.need().stored()),
        session.need().departure(),
        most,
        station.circuit());
  }

  @Override
  public List<ChargingSession> listOpen() {
    return store.listOpen();
  }
}
