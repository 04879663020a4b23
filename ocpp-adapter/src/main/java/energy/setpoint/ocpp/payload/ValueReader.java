package energy.setpoint.ocpp.payload;

import tools.jackson.databind.JsonNode;

/** Turns a present value into its Java form, or says which rule it breaks. */
@FunctionalInterface
interface ValueReader {

  Object read(JsonNode value) throws Violation;
}
