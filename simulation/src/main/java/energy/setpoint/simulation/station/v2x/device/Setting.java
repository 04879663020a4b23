package energy.setpoint.simulation.station.v2x.device;

import energy.setpoint.simulation.station.StationControls;
import energy.setpoint.simulation.station.line.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A value that the server or the product may have set.
 *
 * @param path as {@link Variable} spells it
 * @param otherwise what it is when nobody has
 */
public record Setting(String path, String otherwise) {

  /** The drawer with the values that the server has set, by path. */
  private static final String DRAWER = "variables";

  /** As the server has set it, or as it left the factory. */
  public String in(StationControls station) {
    return Optional.ofNullable(station.memory().drawer(DRAWER).get(path))
        .map(set -> set.path("value").asString(""))
        .orElseGet(() -> station.type().settings().getOrDefault(path, otherwise));
  }

  public boolean isOnIn(StationControls station) {
    return Boolean.parseBoolean(in(station));
  }

  void set(String value, StationControls station) {
    ObjectNode stored = Json.object().put("value", value);
    station.memory().drawer(DRAWER).put(path, stored);
  }
}
