package energy.setpoint.ocpp.overheard;

import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * A call of the CSMS of which the station may get a part.
 *
 * @param field of the payload, an array
 * @param allowed positions in it, counted from 0, that the station may get; neither none nor all
 * @param completed makes the station's answer to that part the answer to the whole call
 */
public record PartOfCall(String field, Set<Integer> allowed, UnaryOperator<JsonNode> completed) {

  public PartOfCall {
    allowed = Set.copyOf(allowed);
  }
}
