package energy.setpoint.core.control.book;

import energy.setpoint.core.forecast.PastSession;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.site.Evse;
import energy.setpoint.core.site.Site;
import energy.setpoint.core.site.Station;
import java.time.Instant;
import java.util.Optional;

/** What a charging session teaches about those to come. */
public final class Lesson {

  /** A session with less was a mistake or a test, and teaches nothing. */
  private static final double TELLING_WATT_HOURS = 100;

  private Lesson() {}

  /** Empty while it goes on, when it took next to nothing, and when its EVSE is not on the site. */
  public static Optional<PastSession> of(ChargingSession session, Site site) {
    return session
        .ended()
        .filter(end -> session.started().isBefore(end))
        .filter(end -> session.delivered().wattHours() >= TELLING_WATT_HOURS)
        .flatMap(end -> of(session, end, site));
  }

  private static Optional<PastSession> of(ChargingSession session, Instant end, Site site) {
    Optional<Station> station = site.findStation(session.evse().station());
    Optional<Evse> evse = site.findEvse(session.evse());
    return station.flatMap(s -> evse.map(e -> past(session, end, s, e, site)));
  }

  private static PastSession past(
      ChargingSession session, Instant end, Station station, Evse evse, Site site) {
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
}
