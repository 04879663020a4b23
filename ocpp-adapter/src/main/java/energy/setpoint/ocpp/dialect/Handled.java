package energy.setpoint.ocpp.dialect;

import energy.setpoint.core.event.StationEvent;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The answer to a station's call.
 *
 * @param response payload of the CALLRESULT
 * @param events what the call means for the engine, in order; often none
 */
public record Handled(JsonNode response, List<StationEvent> events) {
  public Handled {
    events = List.copyOf(events);
  }
}
