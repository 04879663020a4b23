package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.CallRefused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All actions of a version.
 *
 * @param known what a station carries out
 * @param unsupported actions of the version that no simulated station supports
 */
public record Answers(Map<String, Answer> known, Set<String> unsupported) {

  public Answers {
    known = Map.copyOf(known);
    unsupported = Set.copyOf(unsupported);
  }

  /** Joins the actions of several fields. */
  public static Answers of(List<Map<String, Answer>> fields, Set<String> unsupported) {
    Map<String, Answer> all = new HashMap<>();
    fields.forEach(all::putAll);
    return new Answers(all, unsupported);
  }

  /**
   * Carries out a call of the engine.
   *
   * @throws CallRefused with the error to answer
   */
  public ObjectNode answer(String action, JsonNode payload, StationControls station)
      throws CallRefused {
    Answer answer = known.get(action);
    if (answer == null) {
      throw unsupported.contains(action)
          ? CallRefused.notSupported(action)
          : CallRefused.notImplemented(action);
    }
    return answer.to(payload, station);
  }
}
