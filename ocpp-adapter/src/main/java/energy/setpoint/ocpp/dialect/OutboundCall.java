package energy.setpoint.ocpp.dialect;

import tools.jackson.databind.JsonNode;

/** A call to a station. */
public record OutboundCall(String action, JsonNode payload) {}
