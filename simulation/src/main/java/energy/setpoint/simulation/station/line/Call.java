package energy.setpoint.simulation.station.line;

import tools.jackson.databind.node.ObjectNode;

/** A call to the engine. */
public record Call(String action, ObjectNode payload) {}
