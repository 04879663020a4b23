package energy.setpoint.ocpp.gateway;

import energy.setpoint.core.site.StationId;
import energy.setpoint.ocpp.dialect.trait.StationTraits;
import energy.setpoint.ocpp.traits.StationKnowledge;
import energy.setpoint.ocpp.traits.Told;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * All stations that may connect, and how more is learned of them.
 *
 * @param interviews empty when stations are not asked
 * @param keeper gets what a station told, to keep it over a restart; must be quick
 */
public record Fleet(
    Map<StationId, StationKnowledge> stations,
    Optional<InterviewSettings> interviews,
    BiConsumer<StationId, Told> keeper) {

  public Fleet {
    stations = Map.copyOf(stations);
  }

  /** Stations that are as they are said to be, and are not asked. */
  public static Fleet fixed(Map<StationId, StationTraits> traits) {
    return new Fleet(
        traits.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, entry -> StationKnowledge.fixed(entry.getValue()))),
        Optional.empty(),
        (station, told) -> {});
  }
}
