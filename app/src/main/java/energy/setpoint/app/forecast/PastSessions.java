package energy.setpoint.app.forecast;

import energy.setpoint.app.storage.query.Page;
import energy.setpoint.app.storage.query.SessionQueries;
import energy.setpoint.core.control.book.Lesson;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the sessions in the database teach: who comes when, for how long, and what was believable.
 */
public final class PastSessions {

  private static final Logger LOG = LoggerFactory.getLogger(PastSessions.class);
  private static final Duration PAST = Duration.ofDays(35);
  private static final int PAGE = 500;

  /** At a busy depot some weeks; more would hold up the start. */
  private static final int MOST = 20_000;

  private PastSessions() {}

  /** The experience with which an engine starts; without any when the database fails. */
  public static Experience teach(Site site, SessionQueries sessions, Instant now) {
    Experience experience = Experience.believing(site.zone());
    try {
      List<ChargingSession> past = since(now.minus(PAST), sessions);
      past.forEach(session -> Lesson.teach(session, site, experience));
      experience.expectedPeak(now); // takes a while the first time, which the loop has not got
      LOG.info("Site {} starts with the experience of {} sessions", site.id(), past.size());
    } catch (RuntimeException e) {
      LOG.warn("Past sessions cannot be read; arrivals are learnt anew: {}", e.toString());
    }
    return experience;
  }

  /** Oldest first. */
  private static List<ChargingSession> since(Instant from, SessionQueries sessions) {
    List<ChargingSession> found = new ArrayList<>();
    int asked = 0;
    boolean more = true;
    while (more && asked < MOST) {
      List<ChargingSession> page = sessions.listNewest(new Page(PAGE, asked));
      page.stream().filter(session -> session.started().isAfter(from)).forEach(found::add);
      asked += PAGE;
      more = page.size() == PAGE && page.getLast().started().isAfter(from);
    }
    return found.reversed();
  }
}
