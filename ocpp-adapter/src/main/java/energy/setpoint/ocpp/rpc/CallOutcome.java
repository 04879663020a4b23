package energy.setpoint.ocpp.rpc;

import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What became of a call to the peer. */
public sealed interface CallOutcome {

  /**
   * The peer answered.
   *
   * @param raw the frame as received
   */
  record Answered(String id, JsonNode payload, String raw) implements CallOutcome {}

  /**
   * The peer answered with a CALLERROR.
   *
   * @param code as the peer spelt it
   */
  record Failed(String id, String code, String description, String raw) implements CallOutcome {}

  /** The peer answered with something that is no OCPP-J message: it may have done as asked. */
  record Garbled(String id, String reason, String raw) implements CallOutcome {}

  /** No answer came in time: the peer may have done as asked. */
  record TimedOut(String id, Duration timeout) implements CallOutcome {}

  /**
   * The connection ended before an answer came.
   *
   * @param id of the message; empty when it was never sent
   */
  record Closed(Optional<String> id, String reason) implements CallOutcome {}

  /**
   * Never sent: the calls before it took too long.
   *
   * @param waited how long it waited for its turn
   */
  record Expired(Duration waited) implements CallOutcome {}

  /**
   * Never sent: too many calls were waiting for their turn.
   *
   * @param limit the most that may wait
   */
  record QueueFull(int limit) implements CallOutcome {}
}
