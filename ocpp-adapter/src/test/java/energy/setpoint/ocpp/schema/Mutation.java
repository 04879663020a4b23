package energy.setpoint.ocpp.schema;

import energy.setpoint.ocpp.rpc.frame.RpcErrorCode;
import tools.jackson.databind.JsonNode;

/**
 * A message with one mistake.
 *
 * @param what for people
 * @param path of the field that is wrong, as our descriptions write it
 * @param expected the error that the station shall get
 */
public record Mutation(String what, String path, JsonNode payload, RpcErrorCode expected) {}
