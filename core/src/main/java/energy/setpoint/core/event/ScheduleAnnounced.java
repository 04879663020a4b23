package energy.setpoint.core.event;

import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A vehicle said over ISO 15118 how it will charge.
 *
 * @param planned in order of time, not empty; the last one holds until the end
 * @param selected the id of the offered schedule that it chose; empty when it did not say
 * @param excess how far it goes beyond what it was offered, for people; empty when it does not
 */
public record ScheduleAnnounced(
    EvseRef evse, Instant at, List<Planned> planned, OptionalInt selected, Optional<String> excess)
    implements StationEvent {

  public ScheduleAnnounced {
    planned = List.copyOf(planned);
  }

  @Override
  public StationId station() {
    return evse.station();
  }

  /**
   * @param power over all phases; negative feeds back
   */
  public record Planned(Instant from, Power power) {}
}
