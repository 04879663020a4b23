package energy.setpoint.core.control.grid;

import energy.setpoint.core.event.ExternalLimit;
import energy.setpoint.core.event.ExternalLimitEvent;
import energy.setpoint.core.quantity.Power;
import energy.setpoint.core.quantity.Voltage;
import energy.setpoint.core.site.EvseRef;
import energy.setpoint.core.site.StationId;
import energy.setpoint.core.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits that others have put on stations, as the stations told. They tell the planner what
 * cannot be taken; a fuse is never entrusted to them. Written in the engine's loop, read from any
 * thread.
 */
public final class ExternalLimits {

  /** One source for each of many EVSEs; more would be a station gone wild. */
  private static final int MOST_LIMITS = 256;

  private final Map<StationId, List<Standing>> limits = new ConcurrentHashMap<>();

  /**
   * A limit that holds, or will.
   *
   * @param evseNumber empty for the station as a whole
   * @param since when it was announced
   */
  public record Standing(OptionalInt evseNumber, Instant since, ExternalLimit limit) {

    private boolean isOf(ExternalLimitEvent event, String source) {
      return evseNumber.equals(event.evseNumber()) && limit.source().equals(source);
    }

    private boolean isOver(Instant now) {
      return !limit.periods().isEmpty()
          && limit.periods().stream().allMatch(period -> !now.isBefore(period.during().end()));
    }
  }

  /** What holds at a station, or will. */
  public List<Standing> of(StationId station, Instant now) {
    return limits.getOrDefault(station, List.of()).stream()
        .filter(standing -> !standing.isOver(now))
        .toList();
  }

  /**
   * The most that an EVSE can take at any time of a stretch; empty when that is not limited, or not
   * in all of it. A limit of the whole station bounds each of its EVSEs.
   *
   * @param phases over which current of a limit may flow
   */
  public Optional<Power> findMost(EvseRef evse, Interval stretch, Voltage voltage, int phases) {
    return limits.getOrDefault(evse.station(), List.of()).stream()
        .filter(it -> it.evseNumber().isEmpty() || it.evseNumber().getAsInt() == evse.number())
        .flatMap(it -> it.limit().findMost(stretch, voltage, phases).stream())
        .min(Power::compareTo);
  }

  void saw(ExternalLimitEvent event) {
    switch (event) {
      case ExternalLimitEvent.Announced e -> {
        List<Standing> standing = without(e, e.limit().source());
        standing.add(new Standing(e.evseNumber(), e.at(), e.limit()));
        limits.put(
            e.station(),
            List.copyOf(
                standing.subList(Math.max(0, standing.size() - MOST_LIMITS), standing.size())));
      }
      case ExternalLimitEvent.Cleared e ->
          limits.put(e.station(), List.copyOf(without(e, e.source())));
    }
  }

  private List<Standing> without(ExternalLimitEvent event, String source) {
    List<Standing> others = new ArrayList<>(limits.getOrDefault(event.station(), List.of()));
    others.removeIf(standing -> standing.isOf(event, source));
    return others;
  }

  /** A station that starts anew announces what still holds; what it does not is gone. */
  void booted(StationId station) {
    limits.remove(station);
  }
}
