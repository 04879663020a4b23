package energy.setpoint.core.control.need;

import energy.setpoint.core.control.book.SessionBook;
import energy.setpoint.core.control.vehicle.Appetites;
import energy.setpoint.core.forecast.Experience;
import energy.setpoint.core.forecast.Habits.Guest;
import energy.setpoint.core.quantity.Energy;
import energy.setpoint.core.session.ChargingNeed;
import energy.setpoint.core.session.ChargingSession;
import energy.setpoint.core.session.NeedSource;
import energy.setpoint.core.session.SessionId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the planner believes that a vehicle needs: what was said, as far as experience and the
 * vehicle's own behaviour bear it out. Confined to the engine's loop.
 */
public final class Beliefs {

  private final SessionBook sessions;
  private final Appetites appetites;
  private final Experience experience;
  private final double efficiency;
  private final Map<SessionId, ChargingNeed> last = new HashMap<>();

  /**
   * @param efficiency stored per energy taken, in (0, 1]
   */
  public Beliefs(
      SessionBook sessions, Appetites appetites, Experience experience, double efficiency) {
    this.sessions = sessions;
    this.appetites = appetites;
    this.experience = experience;
    this.efficiency = efficiency;
  }

  /** The need as it was believed when the last plan was asked for; before that as it was said. */
  public ChargingNeed last(ChargingSession session) {
    return last.getOrDefault(session.id(), session.need());
  }

  /** Forgets all beliefs but those about some sessions. */
  public void keepOnly(List<ChargingSession> open) {
    last.keySet().retainAll(open.stream().map(ChargingSession::id).toList());
  }

  /** The need as it is believed now. */
  public ChargingNeed revise(ChargingSession session, Instant now) {
    ChargingNeed believed = of(session, now);
    last.put(session.id(), believed);
    return believed;
  }

  private ChargingNeed of(ChargingSession session, Instant now) {
    ChargingNeed said = session.need();
    Energy target = target(session, now);
    Instant departure = departure(session, now);
    return new ChargingNeed(
        said.asOf(),
        said.stored().min(target),
        said.isEnergyOnly() ? target : said.capacity(),
        target,
        said.minimumAtDeparture().min(target),
        said.isEnergyOnly() ? said.floor().min(target) : said.floor(),
        departure,
        said.maxCharge(),
        said.maxDischarge(),
        said.phases(),
        said.source());
  }

  private Instant departure(ChargingSession session, Instant now) {
    Instant arrival = session.started();
    Instant said = session.need().departure();
    if (arrival.isAfter(now)) {
      return said;
    }
    Optional<Instant> habitual =
        isUntold(session)
            ? experience.habitualDeparture(guest(session), arrival, now)
            : Optional.empty();
    return habitual.orElseGet(() -> experience.likelyDeparture(arrival, said, now));
  }

  private static boolean isUntold(ChargingSession session) {
    return session.need().source() == NeedSource.GUEST_DEFAULT;
  }

  private static Guest guest(ChargingSession session) {
    return new Guest(session.idToken(), session.evse());
  }

  private Energy target(ChargingSession session, Instant now) {
    ChargingNeed said = session.need();
    if (!said.isEnergyOnly()) {
      return said.target();
    }
    Energy delivered = sessions.deliveredSinceNeed(session).max(Energy.ZERO);
    boolean isFull = appetites.isFull(session.evse(), now);
    Optional<Energy> habitual =
        isUntold(session) && !isFull
            ? experience.habitualEnergy(guest(session), delivered)
            : Optional.empty();
    if (habitual.isPresent()) {
      return habitual.get().times(efficiency);
    }
    Energy likely =
        isFull
            ? delivered
            : experience.likelyEnergy(said.target().times(1 / efficiency), delivered);
    return likely.times(efficiency).min(said.target());
  }
}
