package energy.setpoint.simulation.station;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a station remembers besides profiles: one drawer for each kind of thing, with JSON by name.
 * All of it survives a reboot, as certificates, tariffs, display messages and DER controls must
 * (I07.FR.13, R01.FR.03). Not thread-safe.
 */
public final class Memory {

  private final Map<String, NavigableMap<String, ObjectNode>> drawers = new HashMap<>();

  Memory() {}

  /** The things of a kind, in the order of their names; changes to the map are kept. */
  public NavigableMap<String, ObjectNode> drawer(String kind) {
    return drawers.computeIfAbsent(kind, none -> new TreeMap<>());
  }
}
