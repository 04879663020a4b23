package energy.setpoint.app.replay;

import energy.setpoint.app.input.RecordedSession;
import energy.setpoint.core.event.NeedsReported;
import energy.setpoint.core.event.ReportedNeed;
import energy.setpoint.core.event.StationEvent;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.simulation.world.Visit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Says what drivers said instead of what vehicles know: an energy and a departure, both of which
 * may be wrong. Where the recording does not tell, vehicles tell the truth.
 */
final class Drivers {

  private record Stay(Instant end, RecordedSession session) {}

  private final Map<EvseRef, NavigableMap<Instant, Stay>> stays = new HashMap<>();

  Drivers(ReplayPlan plan) {
    for (Map.Entry<Visit, RecordedSession> told : plan.recorded().entrySet()) {
      Visit visit = told.getKey();
      stays
          .computeIfAbsent(visit.evse(), evse -> new TreeMap<>())
          .put(visit.stay().start(), new Stay(visit.stay().end(), told.getValue()));
    }
  }

  /** The event as the engine hears it. */
  StationEvent retell(StationEvent event) {
    return event instanceof NeedsReported needs
        ? find(needs.evse(), needs.at())
            .filter(s -> s.requested().isPresent() && s.requestedDeparture().isPresent())
            .map(s -> new NeedsReported(needs.evse(), needs.at(), asSaid(s, needs.need())))
            .orElse(needs)
        : event;
  }

  private Optional<RecordedSession> find(EvseRef evse, Instant at) {
    return Optional.ofNullable(stays.getOrDefault(evse, new TreeMap<>()).floorEntry(at))
        .map(Map.Entry::getValue)
        .filter(stay -> at.isBefore(stay.end()))
        .map(Stay::session);
  }

  private static ReportedNeed asSaid(RecordedSession session, ReportedNeed known) {
    return new ReportedNeed(
        session.requested(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        session.requestedDeparture(),
        known.maxCharge(),
        known.maxDischarge(),
        known.phases());
  }
}
