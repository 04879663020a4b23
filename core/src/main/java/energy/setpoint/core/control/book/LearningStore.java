package energy.setpoint.core.control.book;

import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.port.SessionStore;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Site;
import java.util.List;

/** Lets experience learn from every session that ends, on its way to the store. */
final class LearningStore implements SessionStore {

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
    Lesson.of(session, site).ifPresent(experience::learn);
  }

  @Override
  public List<ChargingSession> listOpen() {
    return store.listOpen();
  }
}
