package energy.setpoint.ocpp.rpc.frame;

import tools.jackson.databind.JsonNode;

/** A well-formed OCPP-J message (OCPP-J 1.6 section 4.2, OCPP 2.1 part 4 section 4.2). */
public sealed interface Frame extends ParsedFrame {

  /** The longest message id that the specification allows, in characters. */
  int MAX_ID_LENGTH = 36;

  /** The id that a CALLERROR bears when the id of the bad message could not be read. */
  String UNREADABLE_ID = "-1";

  String id();

  /** A request. */
  record Call(String id, String action, JsonNode payload) implements Frame {}

  /** The answer to a request. */
  record CallResult(String id, JsonNode payload) implements Frame {}

  /**
   * A request failed.
   *
   * @param code as the peer spelt it
   */
  record CallError(String id, String code, String description, JsonNode details) implements Frame {}

  /** An answer could not be processed by the peer (OCPP 2.1). */
  record CallResultError(String id, String code, String description, JsonNode details)
      implements Frame {}

  /** A message that must not be answered (OCPP 2.1). */
  record Send(String id, String action, JsonNode payload) implements Frame {}
}
