package energy.setpoint.simulation.station;

import energy.setpoint.simulation.station.line.CallRefused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries out one action of the engine. */
@FunctionalInterface
public interface Answer {

  /**
   * @throws CallRefused with the error to answer
   */
  ObjectNode to(JsonNode payload, StationControls station) throws CallRefused;
}
